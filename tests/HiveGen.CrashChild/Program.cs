using System.Globalization;
using HiveGen;
using HiveGen.CrashChild;

// Run by the crash tests: "hold <hive>" holds a Hive open, "drill <plan>" writes to it and sends it to a replica until it is killed,
// "jobs <hive> <first> <kill>" stores and runs jobs, "restore <hive> <nth> <keep> <backups>" restores, both until they are killed,
// "backlog <hive> <changes>" lets changes wait for a target and prints what memory that takes. All end when standard input is closed, so that a child never outlives its parent.
Journal journal = new();
Task closed = Task.Factory.StartNew(Console.In.ReadToEnd, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
switch (args[0])
{
    case "hold":
        await using (Hive hive = Hive.Open(new HiveOptions { Path = args[1], LockTimeout = TimeSpan.Zero }))
        {
            journal.Write("open");
            await closed;
        }

        break;
    case "drill":
        await Drill.RunAsync(DrillPlan.Parse(args.AsSpan(1)), journal, closed);
        break;
    case "jobs":
        await JobDrill.RunAsync(args[1], Number(args[2]), Number(args[3]), journal, closed);
        break;
    case "restore":
        await RestoreDrill.RunAsync(args[1], args[4..], Number(args[2]), bool.Parse(args[3]), journal, closed);
        break;
    case "backlog":
        await Backlog.RunAsync(args[1], Number(args[2]), journal);
        break;
    default:
        throw new ArgumentException($"There is no mode '{args[0]}'.");
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
