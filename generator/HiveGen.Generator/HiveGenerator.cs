using System.Collections.Immutable;
using System.Threading;
using HiveGen.Generator.Diagnostics;
using HiveGen.Generator.Emit;
using HiveGen.Generator.Model;
using HiveGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Generator;

/// <summary>
/// The pipeline: annotated classes become equatable specs, specs become files. Diagnostics take their own way, because they
/// hold locations, which change with every edit of a file.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class HiveGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<AppSpec> app = App(context);

        var parsedModels = context.SyntaxProvider
            .ForAttributeWithMetadataName("HiveGen.HiveModelAttribute", IsType, ModelParser.Parse)
            .Where(static parsed => parsed is not null).Select(static (parsed, _) => parsed!);
        var parsedHooks = context.SyntaxProvider
            .ForAttributeWithMetadataName("HiveGen.HiveHooksAttribute", IsType, HooksParser.Parse);
        var parsedDatabases = context.SyntaxProvider
            .ForAttributeWithMetadataName("HiveGen.HiveDatabaseAttribute", IsType, DatabaseParser.Parse);
        var parsedTargets = context.SyntaxProvider
            .ForAttributeWithMetadataName("HiveGen.HiveTargetAttribute", IsType, TargetParser.Parse);

        IncrementalValuesProvider<ModelSpec> models = Specs(parsedModels, TrackingNames.Models);
        IncrementalValuesProvider<HooksSpec> hooks = Specs(parsedHooks, TrackingNames.Hooks);
        IncrementalValuesProvider<TargetSpec> targets = Specs(parsedTargets, TrackingNames.Targets);
        var refs = parsedModels.Select(static (parsed, _) => new Parsed<ModelRef>(parsed.Spec is null ? null : AssemblyParser.Project(parsed.Spec), parsed.Name, parsed.Location, default));
        IncrementalValueProvider<DatabaseSpec?> marked = Specs(parsedDatabases, TrackingNames.Database).Collect().Select(static (all, _) => DatabaseParser.Marked(all));
        IncrementalValueProvider<AssemblySpec> assembly = refs.Select(static (parsed, _) => parsed with { Location = Location.None })
            .WithTrackingName(TrackingNames.Refs).Collect().Combine(marked)
            .Select(static (all, _) => AssemblyParser.Parse(all.Left, all.Right)).WithTrackingName(TrackingNames.Assembly);
        IncrementalValueProvider<TypeSpec> database = marked.Combine(app).Combine(assembly)
            .Select(static (all, _) => all.Left.Left?.Type ?? DatabaseParser.Default(all.Left.Right, all.Right));
        IncrementalValueProvider<EmitContext> emit = database.Combine(app)
            .Select(static (all, _) => new EmitContext(all.Left.FullName, all.Left.IsVisible, all.Right.Adapters, default, all.Right.Obstacle is not null))
            .WithTrackingName(TrackingNames.Context);

        var accepted = models.Combine(assembly.Select(static (all, _) => all.Refused)).Select(static (pair, _) => AssemblyParser.Accept(pair.Left, pair.Right)).Where(static model => model is not null);
        context.RegisterSourceOutput(accepted.Combine(emit), static (output, pair) =>
        {
            if (!pair.Right.IsObstructed)
            {
                Add(output, pair.Left!.Model.Type.HintName, ModelFile.Write(pair.Left.Model, pair.Right with { Refused = pair.Left.RefusedLinks }));
            }
        });
        EmitRegistry(context, assembly, hooks.Where(static spec => spec.IsUsable), database.Combine(app));
        EmitHooks(context, assembly, hooks, emit);
        context.RegisterSourceOutput(assembly.Combine(targets.Collect()).Combine(app), static (output, all) =>
        {
            ((AssemblySpec assembly, ImmutableArray<TargetSpec> targets), AppSpec app) = all;
            if (targets.Length > 0 && app.Obstacle is null)
            {
                Add(output, app.Namespace + ".CustomTargets", CustomTargetFile.Write(assembly, TargetParser.Distinct(targets), app));
            }
        });

        Report(context, parsedModels);
        Report(context, parsedHooks);
        Report(context, parsedDatabases);
        Report(context, parsedTargets);
        context.RegisterSourceOutput(refs.Collect().Combine(marked), static (output, all) => Report(output, AssemblyParser.Diagnose(all.Left, all.Right)));
        context.RegisterSourceOutput(parsedTargets.Collect(), static (output, all) => Report(output, TargetParser.DiagnoseSeveral(all)));
        context.RegisterSourceOutput(assembly.Combine(app.Select(static (all, _) => all.Obstacle)), static (output, all) => Report(output, Coverage.Diagnose(all.Left, all.Right)));
        context.RegisterSourceOutput(parsedDatabases.Collect(), static (output, all) => Report(output, DatabaseParser.DiagnoseSeveral(all)));
    }

    /// <summary>The files of the whole assembly, each made of no more than it says.</summary>
    private static void EmitRegistry(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<AssemblySpec> assembly, IncrementalValuesProvider<HooksSpec> hooks, IncrementalValueProvider<(TypeSpec Database, AppSpec App)> place)
    {
        IncrementalValueProvider<AssemblySpec> names = assembly.Select(static (all, _) => AssemblyParser.Names(all));
        IncrementalValueProvider<ImmutableArray<HooksSpec>> hookNames = hooks.Select(static (all, _) => all with { Points = default }).Collect();
        context.RegisterSourceOutput(assembly.Combine(hooks.Collect()).Combine(place), static (output, all) =>
        {
            ((AssemblySpec assembly, ImmutableArray<HooksSpec> hooks), (TypeSpec database, AppSpec app)) = all;
            Add(output, assembly, app, database.HintName + ".Database", () => DatabaseFile.Write(assembly, hooks, database));
        });
        context.RegisterSourceOutput(names.Combine(hookNames).Combine(place), static (output, all) =>
        {
            ((AssemblySpec assembly, ImmutableArray<HooksSpec> hooks), (TypeSpec database, AppSpec app)) = all;
            Add(output, assembly, app, database.HintName + ".Registration", () => RegistrationFile.Write(assembly, hooks, database, app));
        });
        context.RegisterSourceOutput(names.Combine(place), static (output, all) =>
        {
            (AssemblySpec assembly, (TypeSpec database, AppSpec app)) = all;
            Add(output, assembly, app, database.HintName + ".Json", () => JsonFile.Write(assembly, database));
        });
    }

    /// <summary>Events and overridable methods, for the models that have hooks: the others would compile them for nothing.</summary>
    private static void EmitHooks(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<AssemblySpec> assembly, IncrementalValuesProvider<HooksSpec> hooks, IncrementalValueProvider<EmitContext> emit)
    {
        IncrementalValueProvider<ImmutableArray<string>> names = hooks.Select(static (spec, _) => spec.Model).Collect();
        IncrementalValuesProvider<TypeSpec> hooked = assembly.Combine(names).SelectMany(static (all, _) => AssemblyParser.Hooked(all.Left, all.Right));
        context.RegisterSourceOutput(hooked.Combine(emit), static (output, pair) =>
        {
            if (!pair.Right.IsObstructed)
            {
                Add(output, pair.Left.HintName + ".Hooks", HooksFile.Write(pair.Left, pair.Right));
            }
        });
    }

    /// <summary>An attribute may stand anywhere while somebody types; what is wrong about the place, the compiler says.</summary>
    private static bool IsType(SyntaxNode node, CancellationToken cancellationToken) => node is TypeDeclarationSyntax { Identifier.ValueText.Length: > 0 };

    private static IncrementalValueProvider<AppSpec> App(IncrementalGeneratorInitializationContext context)
    {
        var rootNamespace = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? value) ? value : null);
        return context.CompilationProvider.Combine(rootNamespace).Select(static (pair, _) =>
        {
            (Compilation compilation, string? root) = pair;
            string name = AppParser.Namespace(root, compilation.AssemblyName);
            return new AppSpec(name, AppParser.Adapters(compilation), AppParser.HasWeb(compilation), AppParser.Taken(compilation, name), AppParser.Obstacle(compilation));
        }).WithTrackingName(TrackingNames.App);
    }

    private static IncrementalValuesProvider<T> Specs<T>(IncrementalValuesProvider<Parsed<T>> parsed, string name)
        where T : class, System.IEquatable<T>
        => parsed.Select(static (item, _) => item.Spec!).Where(static spec => spec is not null).WithTrackingName(name);

    private static void Report<T>(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Parsed<T>> parsed)
        where T : class, System.IEquatable<T>
        => context.RegisterSourceOutput(parsed.Where(static item => item.Diagnostics.Count > 0), static (output, item) => Report(output, item.Diagnostics));

    private static void Report(SourceProductionContext output, EquatableArray<DiagnosticInfo> diagnostics)
    {
        foreach (DiagnosticInfo diagnostic in diagnostics)
        {
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
        }
    }

    private static void Add(SourceProductionContext output, AssemblySpec assembly, AppSpec app, string name, System.Func<SourceText> write)
    {
        if (assembly.Models.Count > 0 && app.Obstacle is null)
        {
            Add(output, name, write());
        }
    }

    private static void Add(SourceProductionContext output, string name, SourceText text) => output.AddSource(name + ".g.cs", text);
}
