using System.Globalization;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Diagnostics;

/// <summary>HIVE0000, HIVE0028: what became of the models of a project.</summary>
internal static class Coverage
{
    /// <param name="assembly">The models.</param>
    /// <param name="oldLanguage">The version of C#, where it is too old; else null.</param>
    public static EquatableArray<DiagnosticInfo> Diagnose(AssemblySpec assembly, string? oldLanguage)
    {
        int all = assembly.Models.Count + assembly.Refused.Count;
        if (all == 0)
        {
            return default;
        }

        DiagnosticSink sink = new();
        if (oldLanguage is not null)
        {
            sink.Add(Rules.OldLanguage, Location.None, oldLanguage);
        }

        int generated = oldLanguage is null ? assembly.Models.Count : 0;
        sink.Add(Rules.Coverage, Location.None, Digits(generated), Digits(all), Digits(all - generated), Names(assembly));
        return sink.ToArray();
    }

    private static string Names(AssemblySpec assembly)
    {
        string names = "";
        foreach (string refused in assembly.Refused)
        {
            names += (names.Length == 0 ? ": " : ", ") + refused.Replace("global::", "");
        }

        return names;
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
