using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Rules;

/// <summary>The rules of annotated classes.</summary>
internal static class ModelRules
{
    public static readonly DiagnosticDescriptor NotPartial = Rule.Error("HIVE0001", Categories.Generation, "The class must be partial", "'{0}' must be partial, because its other part is generated");

    public static readonly DiagnosticDescriptor ContainerNotPartial = Rule.Error("HIVE0002", Categories.Generation, "The types around a nested class must be partial", "'{1}' must be partial, because the generated part of '{0}' stands in it");

    public static readonly DiagnosticDescriptor Unchecked = Rule.Warning("HIVE0025", Categories.Generation, "The rule is not checked", "[{0}] on '{1}' is a rule that the Hive does not check, neither in the client nor in the router");

    public static readonly DiagnosticDescriptor CascadeRing = Rule.Warning("HIVE0101", Categories.Models, "Removals go round in a ring", "Removing one record can remove all of {0}: these links all cascade; give one of them another OnDelete");

    public static readonly DiagnosticDescriptor UniqueNullable = Rule.Suggestion("HIVE0102", Categories.Models, "Nulls are never unique", "'{0}' is unique and may be null: any number of records may have none; make it required if each must have one");

    public static readonly DiagnosticDescriptor UniqueOverNullable = Rule.Warning("HIVE0103", Categories.Models, "A null switches a unique key off", "'{0}' may be null, and records in which it is may agree in all of '{1}'; make it required, or give it a value that means none");

    public static readonly DiagnosticDescriptor Secret = Rule.Warning("HIVE0104", Categories.Security, "A secret may leave the Hive", "'{0}' sounds like a secret and is sent to every target; mark it [LocalOnly] if it is one");

    public static readonly DiagnosticDescriptor LinkToUnsynced = Rule.Warning("HIVE0105", Categories.Models, "A synced model links to one that is not synced", "'{0}' is sent to the targets, but '{1}', to which it links, is not: there its ids lead nowhere; sync '{1}' too, or mark the link [LocalOnly]");

    public static readonly DiagnosticDescriptor DefaultDoesNotFit = Rule.Warning("HIVE0106", Categories.Models, "The default breaks the property's own rules", "The default of '{0}' {1}: a record that leaves it out is refused");

    public static readonly DiagnosticDescriptor TextTooLong = Rule.Warning("HIVE0107", Categories.Models, "A target cannot hold a text that long", "'{0}' may have {1} characters, but {2} holds at most {3} bytes in {4}");

    public static readonly DiagnosticDescriptor NotStored = Rule.Warning("HIVE0108", Categories.Models, "A property without a setter is not stored", "'{0}' cannot be set, so it is no column; give it 'set' or 'init', or mark it [NotMapped]");

    public static readonly DiagnosticDescriptor MutableCollection = Rule.Suggestion("HIVE0109", Categories.Models, "A collection that is changed in place is not saved", "'{0}' can be changed in place, which no set sees; use an immutable or read-only collection, so that a change must go through the client");
}
