using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Diagnostics;

/// <summary>Everything the generator refuses, and what it made. Each rule has a page in docs/rules and a row in AnalyzerReleases.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor Coverage = Hidden("HIVE0000", "What was generated", "{0} of {1} models generated, {2} refused{3}");

    public static readonly DiagnosticDescriptor UnusableClass = Error("HIVE0003", "The class cannot be generated for", "'{0}' {1}");

    public static readonly DiagnosticDescriptor UnsupportedType = Error("HIVE0004", "The type of the property cannot be stored", "'{0}' has the type '{1}', which the Hive cannot store; use a supported type, mark it [JsonColumn], or give it no setter");

    public static readonly DiagnosticDescriptor NoUsableId = Error("HIVE0005", "The id cannot be used", "'{0}.Id' must be a string, Guid or long that is not nullable and can be set; without an Id property the generator adds one of text");

    public static readonly DiagnosticDescriptor DuplicateTable = Error("HIVE0006", "Two models have the same table", "'{0}' and '{1}' have the same table '{2}'; give one of them [HiveModel(Table = …)]");

    public static readonly DiagnosticDescriptor DuplicateSync = Error("HIVE0007", "Two models have the same sync name", "'{0}' and '{1}' have the same sync name '{2}'");

    public static readonly DiagnosticDescriptor DuplicateColumn = Error("HIVE0008", "Two properties have the same column", "'{0}' and '{1}' would both be the column '{2}'");

    public static readonly DiagnosticDescriptor LinkToNonModel = Error("HIVE0009", "A link must name a model", "'{0}' links to '{1}', which is no [HiveModel] of this project");

    public static readonly DiagnosticDescriptor LinkKeyMismatch = Error("HIVE0010", "A link must have the type of the ids it holds", "'{0}' must be '{1}', because the ids of '{2}' are of type {3}");

    public static readonly DiagnosticDescriptor SetNullNotNullable = Error("HIVE0011", "A link that becomes null must be nullable", "'{0}' has OnDelete = SetNull and must therefore be nullable");

    public static readonly DiagnosticDescriptor ReservedName = Error("HIVE0012", "The name is reserved", "The name '{0}' is reserved: {1}");

    public static readonly DiagnosticDescriptor NoConstructor = Error("HIVE0013", "Records of the class cannot be made", "'{0}' needs a constructor without parameters, or one whose parameters are all named and typed as its properties");

    public static readonly DiagnosticDescriptor UnknownProperty = Error("HIVE0014", "An index names no property", "[{0}] names '{1}', which is no stored property of '{2}'");

    public static readonly DiagnosticDescriptor BadScale = Error("HIVE0015", "The scale does not fit", "[Scale] of '{0}' must be 0 to 18 and stand on a decimal");

    public static readonly DiagnosticDescriptor FlagsEnum = Error("HIVE0016", "An enum of flags has no names to store", "'{0}' is of the [Flags] enum '{1}'; enums are stored by name, so use bools, or store the number");

    public static readonly DiagnosticDescriptor SeveralDatabases = Error("HIVE0017", "A project has one database class", "'{0}' is ignored, because '{1}' is already the [HiveDatabase] of this project");

    public static readonly DiagnosticDescriptor NotHooks = Error("HIVE0018", "A hooks class must derive from the Hooks of a model", "'{0}' must derive from the generated Hooks of a model, such as 'Account.Hooks'");

    public static readonly DiagnosticDescriptor TooManyFields = Error("HIVE0019", "A model has too many synced fields", "'{0}' has {1} synced fields; at most 128 are possible, so mark some [LocalOnly] or join them in a [JsonColumn] property");

    public static readonly DiagnosticDescriptor DuplicatePlural = Error("HIVE0020", "Two models have the same plural", "'{0}' and '{1}' would both be the set '{2}'; give one of them [HiveModel(Plural = …)]");

    public static readonly DiagnosticDescriptor Misplaced = Error("HIVE0021", "The annotation does not fit the property", "[{0}] cannot stand on '{1}': {2}");

    public static readonly DiagnosticDescriptor JsonContext = Error("HIVE0022", "A JSON property needs a serializer context", "'{0}' is of type '{1}': name the JsonSerializerContext that knows it, as in [JsonColumn(typeof(AppJson))]");

    public static readonly DiagnosticDescriptor BadName = Error("HIVE0023", "The name cannot be used", "'{0}' cannot be {1}; use letters, digits and underscores, and begin with a letter");

    public static readonly DiagnosticDescriptor BadCheck = Error("HIVE0024", "The check is no condition over columns", "[Check] of '{0}' cannot be used: {1}");

    public static readonly DiagnosticDescriptor SameTarget = Error("HIVE0026", "Two custom targets have the same name", "'{0}' and '{1}' have the same {2} '{3}'");

    public static readonly DiagnosticDescriptor BadPattern = Error("HIVE0027", "The pattern is no regular expression", "[RegularExpression] of '{0}' is no regular expression: {1}");

    public static readonly DiagnosticDescriptor OldLanguage = Error("HIVE0028", "The C# version is too old", "What HiveGen generates needs C# 13, and the project says {0}; set LangVersion to 13 or later, or remove it");

    public static readonly DiagnosticDescriptor OtherContract = Error("HIVE0029", "The generator and the runtime do not fit", "HiveGen generates for contract {0}, and {1}; give HiveGen, HiveGen.Runtime and every other HiveGen package of the project the same version");

    private static DiagnosticDescriptor Error(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Hidden(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Hidden);

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity)
        => new(id, title, message, "HiveGen", severity, isEnabledByDefault: true, helpLinkUri: "https://github.com/hivegen/hivegen/blob/main/docs/rules/" + id + ".md");
}
