using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using HiveGen.Generator.Emit;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Generator.Parsing;

/// <summary>Reads the few facts of the project that generated code depends on.</summary>
internal static class AppParser
{
    /// <summary>The names of the adapters that the project references.</summary>
    public static EquatableArray<string> Adapters(Compilation compilation)
    {
        List<string>? names = null;
        foreach (Adapter adapter in Adapter.All)
        {
            if (Has(compilation, adapter.SignType))
            {
                (names ??= []).Add(adapter.Name);
            }
        }

        return new(names);
    }

    public static bool HasWeb(Compilation compilation) => Has(compilation, "HiveGen.HiveWebExtensions");

    /// <summary>The root namespace, made of what the build says; names that C# cannot have are mended.</summary>
    public static string Namespace(string? rootNamespace, string? assemblyName)
    {
        string given = string.IsNullOrEmpty(rootNamespace) ? assemblyName ?? "App" : rootNamespace!;
        StringBuilder text = new(given.Length);
        foreach (char c in given)
        {
            bool startsPart = text.Length == 0 || text[text.Length - 1] == '.';
            text.Append(startsPart && char.IsDigit(c) ? "_" : "").Append(char.IsLetterOrDigit(c) || c is '_' or '.' ? c : '_');
        }

        return text.ToString().Trim('.');
    }

    /// <summary>The types and namespaces of the app in its root namespace whose names begin with Hive, sorted.</summary>
    public static EquatableArray<string> Taken(Compilation compilation, string rootNamespace)
    {
        INamespaceSymbol? place = compilation.Assembly.GlobalNamespace;
        foreach (string part in rootNamespace.Split('.'))
        {
            place = place?.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault();
        }

        List<string>? taken = null;
        foreach (INamespaceOrTypeSymbol member in place?.GetMembers() ?? [])
        {
            if (member.Name.StartsWith("Hive", StringComparison.Ordinal))
            {
                (taken ??= []).Add(member.Name);
            }
        }

        taken?.Sort(StringComparer.Ordinal);
        return new(taken);
    }

    /// <summary>
    /// A version of C# that is older than what is generated (13 has params of spans, before it collections and constructors in the heads of
    /// classes), or a runtime that knows another contract.
    /// </summary>
    public static Obstacle? Obstacle(Compilation compilation)
    {
        if (compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp13 and var version })
        {
            return new(true, version.ToDisplayString());
        }

        INamedTypeSymbol? contract = compilation.GetTypeByMetadataName("HiveGen.HiveContract");
        object? known = contract?.GetMembers("Version").OfType<IFieldSymbol>().FirstOrDefault()?.ConstantValue;
        return known is Contract.Version ? null
            : new(false, contract is null ? "HiveGen.Runtime is not referenced" : $"the referenced HiveGen.Runtime {contract.ContainingAssembly.Identity.Version.ToString(3)} has contract {known}");
    }

    private static bool Has(Compilation compilation, string type) => compilation.GetTypeByMetadataName(type) is not null;
}
