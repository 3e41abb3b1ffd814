using System.Globalization;
using Spectre.Console;

namespace Blog.Seeding;

/// <summary><c>seed 10000</c>: fills the blog with so many accounts, their posts and comments.</summary>
internal static class SeedCommand
{
    private const int Default = 10_000;
    private const string Usage = "usage: dotnet run --project samples/Blog -- seed [accounts, 1 to 10000000]";

    public static async Task<int> RunAsync(WebApplication app, string[] arguments)
    {
        if (Count(arguments) is not { } count)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        Seeder seeder = new(app.Services.GetRequiredService<Hive>());
        await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(progress => RunAsync(seeder, count, progress.AddTask("Seeding", maxValue: count)));
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{seeder.Records:N0} records in {seeder.Elapsed.TotalSeconds:0.0} s: [bold]{seeder.Rate:N0} records/s[/]. Every seeded account has the password '{Seeder.Password}'.");
        AnsiConsole.WriteLine("They are sent to the targets when the app runs.");
        return 0;
    }

    private static async Task RunAsync(Seeder seeder, int count, ProgressTask progress)
    {
        await foreach (int done in seeder.RunAsync(count))
        {
            progress.Value = done;
            progress.Description = string.Create(CultureInfo.InvariantCulture, $"{seeder.Rate:N0} records/s");
        }
    }

    private static int? Count(string[] arguments) => arguments switch
    {
        [] => Default,
        [var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is > 0 and <= 10_000_000 => count,
        _ => null,
    };
}
