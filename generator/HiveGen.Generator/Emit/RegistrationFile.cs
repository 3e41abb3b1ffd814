using System.Collections.Immutable;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Generator.Emit;

/// <summary>The extension method that adds the Hive to an app.</summary>
internal static class RegistrationFile
{
    private const string Builder = "global::Microsoft.Extensions.Hosting.IHostApplicationBuilder";

    public static SourceText Write(AssemblySpec assembly, ImmutableArray<HooksSpec> hooks, TypeSpec database, AppSpec app)
    {
        using CodeWriter w = new();
        FileFrame.Header(w, database.Namespace);
        w.Summary("Adds the Hive to an app.");
        w.Open($"{(database.IsVisible ? "public" : "internal")} static class {database.Name}Registration");
        w.Summary("Registers the database, its hooks, its JSON metadata and its dispatcher.");
        w.Line("/// <param name=\"builder\">The app.</param>");
        w.Line("/// <param name=\"configure\">Adds targets and jobs.</param>");
        w.Open($"public static {Builder} AddHive(this {Builder} builder, global::System.Action<global::HiveGen.HiveBuilder>? configure = null)");
        foreach (HooksSpec own in DatabaseFile.Own(assembly, hooks))
        {
            w.Line($"global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddScoped<{own.Type}>(builder.Services);");
        }

        foreach (string adapter in app.Adapters)
        {
            w.Line($"{Adapter.Of(adapter).RegistrationType}.Register(builder.Services);");
        }

        if (app.HasWeb)
        {
            w.Line($"global::HiveGen.HiveWebExtensions.AddHiveWeb(builder.Services, {database.Beside("Json")}.Instance);");
        }

        w.Line($"return global::HiveGen.HiveHostingExtensions.AddHiveDatabase(builder, {database.FullName}.Schema, {database.FullName}.Create, configure);");
        w.Close();
        w.Blank();
        w.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        w.Line($"internal static void RequireContract() => global::HiveGen.HiveContract.Require({Contract.Version}, typeof({database.FullName}));");
        w.Close();
        return w.ToSourceText();
    }
}
