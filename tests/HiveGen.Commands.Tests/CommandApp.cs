using System.CommandLine;
using HiveGen.Export;
using HiveGen.TestModels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HiveGen.Tests;

/// <summary>An app with a Hive, whose commands write into texts.</summary>
internal sealed class CommandApp : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly IHost host;

    public CommandApp(params IHiveExport[] more)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddHive(hive => hive.Configure(options => options.Path = HivePath));
        foreach (IHiveExport export in more)
        {
            builder.Services.AddSingleton(export);
        }

        host = builder.Build();
    }

    public string HivePath => folder.File("app.db");

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string File(string name) => folder.File(name);

    public IReadOnlyList<ExportFile> Export(string name)
        => host.Services.GetServices<IHiveExport>().Single(export => export.Name == name).Export(host.Services.GetRequiredService<HiveSchema>());

    public async Task<int?> RunAsync(params string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int? exitCode = await HiveCommandsExtensions.RunAsync(host, args, new InvocationConfiguration { Output = output, Error = error }, CancellationToken.None);
        Output = output.ToString().ReplaceLineEndings("\n");
        Error = error.ToString().ReplaceLineEndings("\n");
        return exitCode;
    }

    public void Dispose()
    {
        host.Dispose();
        folder.Dispose();
    }
}
