using System.Globalization;
using HiveGen.RouterBench;

// HiveGen.RouterBench [--rounds 7] [--seconds 6] [--warmup 10] [--port 23100] [--server-cpu 0] [--client-cpu 1] [--inline]
// HiveGen.RouterBench memory [hivegen|byhand] [--seconds 20]
// HiveGen.RouterBench serve hivegen|byhand <port> [--inline]
if (args is ["serve", { } kind, { } listen, ..])
{
    Server.Run(kind, Number(listen), args.Contains("--inline"));
    return 0;
}

if (args is ["memory", ..])
{
    await InMemory.RunAsync(Option("--seconds", 20), args is [_, "hivegen" or "byhand", ..] ? args[1] : null);
    return 0;
}

if (!OperatingSystem.IsLinux())
{
    Console.Error.WriteLine("This needs Linux: taskset, wrk and /proc.");
    return 2;
}

int port = Option("--port", 23100);
string serverCpu = Option("--server-cpu", 0).ToString(CultureInfo.InvariantCulture), clientCpu = Option("--client-cpu", 1).ToString(CultureInfo.InvariantCulture);
string own = Path.Combine(AppContext.BaseDirectory, "HiveGen.RouterBench");
string[] inline = args.Contains("--inline") ? ["--inline"] : [];
string folder = Directory.CreateTempSubdirectory("hivegen-routerbench").FullName;
List<Contestant> all = [];
try
{
    string script = await Load.ScriptAsync(folder);
    all.Add(Contestant.Start("HiveGen", port, serverCpu, [own, "serve", "hivegen", $"{port}", .. inline]));
    all.Add(Contestant.Start("Kestrel by hand", port + 1, serverCpu, [own, "serve", "byhand", $"{port + 1}", .. inline]));
    if (!args.Contains("--no-node"))
    {
        all.Add(Contestant.Start("Hono on Node", port + 2, serverCpu, "node", Path.Combine("node", "router.mjs")));
    }

    foreach (Contestant one in all)
    {
        await one.ReadyAsync();
        await Load.CheckAsync(one.Port);
        await Load.RunAsync(script, one.Port, Option("--warmup", 10), clientCpu);
    }

    for (int round = 0; round < Option("--rounds", 7); round++)
    {
        Contestant[] order = [.. all];
        Random.Shared.Shuffle(order);
        foreach (Contestant one in order)
        {
            await one.RoundAsync(script, Option("--seconds", 6), clientCpu);
        }

        Console.Error.WriteLine($"round {round + 1}: " + string.Join(", ", all.Select(static one => FormattableString.Invariant($"{one.Name} {one.Rates[^1]:0}/s {one.Cpu[^1]:0.0} µs"))));
    }

    Table.Print(all);
    return 0;
}
finally
{
    all.ForEach(static one => one.Dispose());
    Directory.Delete(folder, recursive: true);
}

int Option(string name, int standard) => Array.IndexOf(args, name) is >= 0 and int at ? Number(args[at + 1]) : standard;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
