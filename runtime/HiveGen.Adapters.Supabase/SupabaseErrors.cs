using System.Net;
using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase;

/// <summary>Tells from PostgREST's and PostgreSQL's codes what kind of failure it is.</summary>
internal static class SupabaseErrors
{
    /// <summary>The code that the functions give a cursor that is elsewhere.</summary>
    public const string CursorConflict = "PT409";

    /// <summary>The code that the functions give a model or a column that the migration does not have.</summary>
    public const string OtherSchema = "PT422";

    /// <summary>What mends a schema that does not fit.</summary>
    public const string Deploy = "Run the migration of 'hive export supabase' of this version on the project.";

    private const string UniqueViolation = "23505";
    private const string ForeignKeyViolation = "23503";

    /// <summary>The failure that an answer other than 200 stands for.</summary>
    public static TargetException Of(SupabaseSettings settings, string peer, HttpAnswer answer)
    {
        (string? code, string? words) = Read(answer);
        TargetFailure failure = Class(code, answer.Status);
        string? advice = failure switch
        {
            TargetFailure.Schema => Deploy,
            TargetFailure.Configuration => $"Check {settings.Section}:Url and {settings.Section}:Key (or {SupabaseSettings.UrlVariable} and {SupabaseSettings.KeyVariable}): it needs the secret key, not the publishable one.",
            _ => null,
        };
        return HttpFailures.Make(failure, peer, answer, code is null ? words : $"{words} ({code})", advice);
    }

    /// <summary>The class of a code; of the status where there is none that says more.</summary>
    public static TargetFailure Class(string? code, HttpStatusCode status) => code switch
    {
        CursorConflict => TargetFailure.CursorConflict,
        OtherSchema or "PGRST106" or "PGRST202" or "PGRST203" or "PGRST204" or "PGRST205" => TargetFailure.Schema,
        "42501" or "3D000" or "PGRST301" or "PGRST302" or "PGRST303" => TargetFailure.Configuration,
        "PGRST000" or "PGRST001" or "PGRST002" or "PGRST003" or "40001" or "40P01" or "55P03" => TargetFailure.Transient,
        "57014" => TargetFailure.Timeout,
        "P0001" or "21000" => TargetFailure.Batch,
        { Length: 5 } => code[..2] switch
        {
            "08" or "53" or "57" or "58" => TargetFailure.Transient,
            "22" or "23" or "44" or "54" => TargetFailure.Batch,
            "28" => TargetFailure.Configuration,
            // A table, a column, a function, a key: what is wrong with them is no row's fault.
            "42" => TargetFailure.Schema,
            _ => HttpFailures.Class(status),
        },
        // Neither PostgREST nor the database refuses rows without a code: it was somebody on the way.
        null when HttpFailures.Class(status) == TargetFailure.Batch => TargetFailure.Configuration,
        // What the gateway says while the database or PostgREST is away.
        _ => status == HttpStatusCode.ServiceUnavailable ? TargetFailure.Transient : HttpFailures.Class(status),
    };

    /// <summary>The outcome of a row that the database refused while it took others.</summary>
    public static ItemStatus OfRow(string code) => code switch
    {
        ForeignKeyViolation => ItemStatus.Dependency,
        // Somebody added a unique index: the row that has the value may be about to change.
        UniqueViolation => ItemStatus.Retry,
        _ => ItemStatus.Permanent,
    };

    private static (string? Code, string? Words) Read(HttpAnswer answer)
    {
        if (!answer.IsJson)
        {
            return default;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body);
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object ? (Text(root, "code"), Join(Text(root, "message"), Text(root, "details"))) : default;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // No JSON, or words in another encoding than UTF-8: the status says enough.
            return default;
        }
    }

    private static string? Join(string? message, string? details) => details is null ? message : message + " " + details;

    private static string? Text(JsonElement from, string name)
        => from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
