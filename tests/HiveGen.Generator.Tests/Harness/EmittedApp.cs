using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Generator.Tests;

/// <summary>A compiled app, loaded into the test's process, with its Hive open on a real file.</summary>
internal sealed class EmittedApp : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly ServiceProvider services;

    public EmittedApp(CSharpCompilation output, string database)
    {
        using MemoryStream image = new();
        EmitResult emitted = output.Emit(image);
        Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics));
        Assembly = Assembly.Load(image.ToArray());
        Type type = Assembly.GetType(database, throwOnError: true)!;
        Schema = (HiveSchema)type.GetProperty("Schema")!.GetValue(null)!;
        ServiceCollection hooks = new();
        foreach (HookRegistration registration in Schema.Hooks)
        {
            hooks.AddScoped(registration.HooksType);
        }

        services = hooks.BuildServiceProvider();
        Database = (HiveDatabase)type.GetMethod("Open")!.Invoke(null, [new HiveOptions { Path = FilePath, Services = services }])!;
    }

    public string FilePath => folder.File("hive.db");

    public Assembly Assembly { get; }

    public HiveDatabase Database { get; }

    public HiveSchema Schema { get; }

    /// <summary>Calls a static method without parameters that the test's source declares: <c>static async Task</c>.</summary>
    public async Task RunAsync(string type, string method)
        => await (Task)Assembly.GetType(type, throwOnError: true)!.GetMethod(method)!.Invoke(null, [Database])!;

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await services.DisposeAsync();
        folder.Dispose();
    }
}
