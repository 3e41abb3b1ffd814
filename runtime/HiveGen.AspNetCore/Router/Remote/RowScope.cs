using HiveGen.Targets;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router.Remote;

/// <summary>Checks what both calls that compare rows have: the model, the home, and that both sides hash alike.</summary>
internal sealed class RowScope(SyncModels models, TargetSender sender)
{
    private const int MaxBuckets = 16_384; // four times what this version asks for, and a megabyte of answer

    /// <summary>The target cannot be compared; null when it can.</summary>
    /// <exception cref="TargetException">It is not ready.</exception>
    public async ValueTask<SyncProblem?> RefuseAsync(HttpContext caller)
    {
        await sender.PrepareAsync(caller).ConfigureAwait(false);
        return sender.CanVerify ? null : new SyncProblem(StatusCodes.Status400BadRequest, "The rows of the router's target cannot be compared: its adapter does not read them.") { Code = SyncProblem.CannotVerify };
    }

    /// <summary>The model; null, with violations, when something is wrong.</summary>
    public SyncModel? Read(string? model, string? home, string? layout, ref Violations violations)
    {
        SyncModel? known = null;
        if (Required("model", model, ref violations))
        {
            known = models.Find(model!, ref violations)?.Model;
        }

        if (Required("home", home, ref violations))
        {
            HomeName.Check(home!, models, ref violations);
        }

        if (Required("layout", layout, ref violations) && known is not null && layout != RowHash.Layout(known))
        {
            violations.Add("layout", $"is another than that of {known.Name} here, so that hashes cannot be compared: give both apps the same model and version of HiveGen. Here it is '{RowHash.Layout(known)}'.");
        }

        return known;
    }

    /// <summary>Notes what is wrong with the number of buckets.</summary>
    public static void CheckBuckets(int? buckets, ref Violations violations)
    {
        if (buckets is not (> 0 and <= MaxBuckets))
        {
            violations.Add("buckets", buckets is null ? Check.RequiredMessage : $"must be from 1 to {MaxBuckets}.");
        }
    }

    /// <summary>The refusal, with the code by which a sender knows what heals it.</summary>
    public static SyncProblem Refusal(SyncModel? known, string? model, in Violations violations)
    {
        SyncProblem problem = SyncProblem.Invalid(violations.Errors);
        return known is null && model is not null ? problem with { Code = SyncProblem.UnknownModel }
            : problem.Code is null && violations.Errors.Any(static error => error.Field == "layout") ? problem with { Code = SyncProblem.OtherLayout }
            : problem;
    }

    private static bool Required(string name, string? value, ref Violations violations)
    {
        if (value is null)
        {
            violations.Add(name, Check.RequiredMessage);
        }

        return value is not null;
    }
}
