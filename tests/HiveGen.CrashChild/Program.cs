using System.Globalization;
using HiveGen;
using HiveGen.Adapters.Sqlite;
using HiveGen.CrashChild;

// Run by the crash tests: "hold <hive>" holds a Hive open, "write <hive> <replica> <writers> <seed> <kill>" writes to it and sends
// it to the replica, until it is killed, by itself after <kill> acknowledged writes unless that is 0. Both end when standard input is closed, so that a child never outlives its parent.
Journal journal = new(args.Length > 5 ? int.Parse(args[5], CultureInfo.InvariantCulture) : 0);
HiveOptions options = new() { Path = args[1], LockTimeout = TimeSpan.Zero };
Task closed = Task.Factory.StartNew(Console.In.ReadToEnd, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
switch (args[0])
{
    case "hold":
        await using (Hive hive = Hive.Open(options))
        {
            journal.Write("open");
            await closed;
        }

        break;
    case "write":
        options.Targets.Add(new SqliteTarget("replica", args[2]));
        journal.Write("opening");
        await using (Hive hive = Hive.Open(options))
        {
            hive.Sync.Start();
            int writers = int.Parse(args[3], CultureInfo.InvariantCulture);
            int seed = int.Parse(args[4], CultureInfo.InvariantCulture);
            await await Task.WhenAny([closed, .. Enumerable.Range(0, writers).Select(i => Task.Run(new Writer(hive, journal, i, seed + i).RunAsync))]);
        }

        break;
    default:
        throw new ArgumentException($"There is no mode '{args[0]}'.");
}
