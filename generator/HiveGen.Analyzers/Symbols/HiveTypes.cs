using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Symbols;

/// <summary>The types of HiveGen in one compilation. What belongs to the runtime is null where only the schema is referenced.</summary>
internal sealed class HiveTypes
{
    private HiveTypes(Compilation compilation, INamedTypeSymbol model)
    {
        Model = model;
        INamedTypeSymbol? Find(string name) => compilation.GetTypeByMetadataName("HiveGen." + name);
        Database = Find("HiveDatabaseAttribute");
        Target = Find("HiveTargetAttribute");
        HooksMark = Find("HiveHooksAttribute");
        LocalOnly = Find("LocalOnlyAttribute");
        Unique = Find("UniqueAttribute");
        LinkMark = Find("LinkAttribute");
        Json = Find("JsonColumnAttribute");
        Scale = Find("ScaleAttribute");
        Link = Find("Link`1");
        KeyedLink = Find("Link`2");
        ModelHooks = Find("ModelHooks`2");
        HookEvent = Find("HookEvent");
        FollowingEvent = Find("FollowingEvent");
        RecordSet = Find("RecordSet`4");
        Query = Find("Query`2");
        FilteredQuery = Find("FilteredQuery`3");
        OrderedQuery = Find("OrderedQuery`2");
        Filter = Find("Filter`1");
        Column = Find("Column`1");
        Batch = Find("Batch");
        HiveDatabase = Find("HiveDatabase");
        HiveSql = Find("HiveSql");
    }

    public INamedTypeSymbol Model { get; }

    public INamedTypeSymbol? Database { get; }

    public INamedTypeSymbol? Target { get; }

    public INamedTypeSymbol? HooksMark { get; }

    public INamedTypeSymbol? LocalOnly { get; }

    public INamedTypeSymbol? Unique { get; }

    public INamedTypeSymbol? LinkMark { get; }

    public INamedTypeSymbol? Json { get; }

    public INamedTypeSymbol? Scale { get; }

    public INamedTypeSymbol? Link { get; }

    public INamedTypeSymbol? KeyedLink { get; }

    public INamedTypeSymbol? ModelHooks { get; }

    public INamedTypeSymbol? HookEvent { get; }

    public INamedTypeSymbol? FollowingEvent { get; }

    public INamedTypeSymbol? RecordSet { get; }

    public INamedTypeSymbol? Query { get; }

    public INamedTypeSymbol? FilteredQuery { get; }

    public INamedTypeSymbol? OrderedQuery { get; }

    public INamedTypeSymbol? Filter { get; }

    public INamedTypeSymbol? Column { get; }

    public INamedTypeSymbol? Batch { get; }

    public INamedTypeSymbol? HiveDatabase { get; }

    public INamedTypeSymbol? HiveSql { get; }

    /// <returns>Null where HiveGen is not referenced: then no rule has anything to say.</returns>
    public static HiveTypes? Of(Compilation compilation)
        => compilation.GetTypeByMetadataName("HiveGen.HiveModelAttribute") is { } model ? new HiveTypes(compilation, model) : null;
}
