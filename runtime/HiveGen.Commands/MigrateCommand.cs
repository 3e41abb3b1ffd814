using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HiveGen.Commands;

/// <summary><c>hive migrate [--plan | --apply] [--allow loss …]</c>: brings the Hive's file to the models, or shows how.</summary>
internal static class MigrateCommand
{
    public static Command Make(IServiceProvider services)
    {
        Option<bool> plan = new("--plan") { Description = "Prints the plan as SQL and changes nothing. The default." };
        Option<bool> apply = new("--apply") { Description = "Does it, as a start of the app would. The app must not be running." };
        Option<string[]> allow = new("--allow") { Description = "A loss to allow, as the refusal names it: drop-column:posts.title.", AllowMultipleArgumentsPerToken = true };
        Command command = new("migrate", "Brings the Hive's file to the models.") { plan, apply, allow };
        command.SetAction((parsed, _) => RunAsync(services, parsed.GetValue(plan), parsed.GetValue(apply), parsed.GetValue(allow) ?? [], parsed.InvocationConfiguration));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, bool showOnly, bool apply, string[] allow, InvocationConfiguration console)
    {
        if (showOnly && apply)
        {
            throw new HiveException("Give --plan or --apply, not both: --plan changes nothing.");
        }

        HiveSchema schema = services.GetService<HiveSchema>() ?? throw new HiveException("The app has no Hive: call builder.AddHive() first.");
        HiveOptions options = services.GetRequiredService<IOptions<HiveOptions>>().Value;
        options.Migrations.Allow.AddRange(allow.SelectMany(static text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        MigrationPlan plan = HiveMigrations.Plan(schema, options);
        await console.Output.WriteAsync(plan.ToSql()).ConfigureAwait(false);
        foreach (MigrationRisk refusal in plan.Refusals)
        {
            await console.Error.WriteLineAsync($"refused: {refusal} {(refusal.Allow is null ? "" : $"Allow it with --allow {refusal.Allow}. ")}{refusal.Advice}").ConfigureAwait(false);
        }

        if (plan.Refusals.Count > 0)
        {
            return 1;
        }

        if (apply)
        {
            // Only the file: neither targets nor jobs begin to work.
            await HiveEngine.Open(schema, options).DisposeAsync().ConfigureAwait(false);
            await console.Output.WriteLineAsync(plan.IsEmpty ? "-- nothing was changed" : "-- done").ConfigureAwait(false);
        }

        return 0;
    }
}
