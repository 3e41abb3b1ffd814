using HiveGen.Targets;
using Microsoft.Extensions.Options;

namespace HiveGen;

/// <summary>Checks the options before anything is opened, whoever set them.</summary>
internal sealed class HiveOptionsCheck : IValidateOptions<HiveOptions>
{
    // What a timer can hold, in whole days.
    private static readonly TimeSpan LongestLimit = TimeSpan.FromDays(24);

    public ValidateOptionsResult Validate(string? name, HiveOptions options)
    {
        List<string> errors = [];
        if (string.IsNullOrWhiteSpace(options.Path))
        {
            errors.Add("Hive:Path is empty: it must name the SQLite file, such as hive.db.");
        }

        foreach (string fault in new[] { options.Backup.Fault(), options.Migrations.Fault() }.OfType<string>())
        {
            errors.Add(fault);
        }

        HiveDispatchOptions dispatch = options.Dispatch;
        Above(errors, nameof(dispatch.SendTimeout), dispatch.SendTimeout);
        Above(errors, nameof(dispatch.SafetyInterval), dispatch.SafetyInterval);
        Above(errors, nameof(dispatch.TrimInterval), dispatch.TrimInterval);
        Above(errors, nameof(dispatch.Window), dispatch.Window ?? 1);
        Above(errors, nameof(dispatch.WindowBytes), dispatch.WindowBytes);
        Above(errors, nameof(dispatch.FirstRetry), dispatch.FirstRetry);
        Above(errors, nameof(dispatch.ConfigurationRetry), dispatch.ConfigurationRetry);
        Above(errors, nameof(dispatch.DeadAttempts), dispatch.DeadAttempts);
        Above(errors, nameof(dispatch.DeadAge), dispatch.DeadAge);
        Above(errors, nameof(dispatch.DrainTimeout), dispatch.DrainTimeout);
        if (dispatch.LongestRetry < dispatch.FirstRetry)
        {
            errors.Add($"Hive:Dispatch:{nameof(dispatch.LongestRetry)} is {dispatch.LongestRetry} and must not be below {nameof(dispatch.FirstRetry)}, which is {dispatch.FirstRetry}.");
        }

        Above(errors, nameof(dispatch.JobAttempts), dispatch.JobAttempts);
        Above(errors, nameof(dispatch.JobConcurrency), dispatch.JobConcurrency);
        Limit(errors, $"Hive:Dispatch:{nameof(dispatch.JobTimeout)}", dispatch.JobTimeout);
        foreach ((string job, TimeSpan timeout) in dispatch.JobTimeouts)
        {
            Limit(errors, $"Hive:Jobs:{job}:Timeout", timeout);
            if (!options.Jobs.ContainsKey(job))
            {
                errors.Add($"Hive:Jobs:{job}:Timeout is set, and there is no job '{job}': add it with AddJob. There are: {(options.Jobs.Count == 0 ? "none" : string.Join(", ", options.Jobs.Keys))}.");
            }
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (HiveTarget target in options.Targets)
        {
            if (!names.Add(target.Name))
            {
                errors.Add($"Hive:Targets:{target.Name} is configured twice: give each target its own name.");
            }

            if (!dispatch.Lanes.ContainsKey(target.Name) && target.Lanes is < 1 or > HiveDispatchOptions.MostLanes)
            {
                errors.Add($"The target '{target.Name}' has {target.Lanes} lanes, and a target has 1 to {HiveDispatchOptions.MostLanes}: change its options, or set Hive:Targets:{target.Name}:Lanes.");
            }
        }

        foreach ((string target, int lanes) in dispatch.Lanes)
        {
            if (!names.Contains(target))
            {
                errors.Add($"Hive:Targets:{target}:Lanes is set, and there is no target '{target}'. There are: {(names.Count == 0 ? "none" : string.Join(", ", names))}.");
            }
            else if (lanes is < 1 or > HiveDispatchOptions.MostLanes)
            {
                errors.Add($"Hive:Targets:{target}:Lanes is {lanes} and must be from 1 to {HiveDispatchOptions.MostLanes}.");
            }
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void Above(List<string> errors, string key, TimeSpan value)
    {
        if (value <= TimeSpan.Zero)
        {
            errors.Add($"Hive:Dispatch:{key} is {value} and must be above zero.");
        }
    }

    private static void Limit(List<string> errors, string key, TimeSpan value)
    {
        if (value <= TimeSpan.Zero || value > LongestLimit)
        {
            errors.Add($"{key} is {value} and must be above zero and at most {LongestLimit}.");
        }
    }

    private static void Above(List<string> errors, string key, int value)
    {
        if (value <= 0)
        {
            errors.Add($"Hive:Dispatch:{key} is {value} and must be above zero.");
        }
    }
}
