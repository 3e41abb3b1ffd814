using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Models;

/// <summary>The most bytes that one text of a record can have at a target.</summary>
/// <param name="Target">The database, as people call it.</param>
/// <param name="Bytes">The bytes of UTF-8; a character is one at the least.</param>
/// <param name="Place">What the limit is of.</param>
internal sealed record TextLimit(string Target, int Bytes, string Place)
{
    private static readonly Dictionary<string, TextLimit> Known = new()
    {
        ["HiveGen.Adapters.Firestore"] = new("Firestore", 1_048_487, "a field"),
        ["HiveGen.Adapters.Convex"] = new("Convex", 1_048_576, "a document"),
        ["HiveGen.Adapters.Turso"] = new("Turso", 10_000_000, "a value"),
        ["HiveGen.Adapters.MongoDb"] = new("MongoDB", 16_777_216, "a document"),
    };

    /// <summary>The limits of the targets whose adapters the project references, the least first.</summary>
    public static ImmutableArray<TextLimit> Of(Compilation compilation)
    {
        List<TextLimit>? found = null;
        foreach (AssemblyIdentity reference in compilation.ReferencedAssemblyNames)
        {
            if (Known.TryGetValue(reference.Name, out TextLimit? limit))
            {
                (found ??= []).Add(limit);
            }
        }

        found?.Sort(static (left, right) => left.Bytes.CompareTo(right.Bytes));
        return found is null ? [] : [.. found];
    }
}
