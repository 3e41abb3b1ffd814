using System.Globalization;
using HiveGen;
using HiveGen.CrashChild;

// Run by the crash tests: "hold <hive>" holds a Hive open, "drill <plan>" writes to it and sends it to a replica until it is killed,
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
    case "backlog":
        await Backlog.RunAsync(args[1], int.Parse(args[2], CultureInfo.InvariantCulture), journal);
        break;
    default:
        throw new ArgumentException($"There is no mode '{args[0]}'.");
}
