using System.Globalization;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Diagnostics;

/// <summary>HIVE0000, HIVE0028, HIVE0029: what became of the models of a project.</summary>
internal static class Coverage
{
    /// <param name="assembly">The models.</param>
    /// <param name="obstacle">Why nothing was generated; null where it was.</param>
    public static EquatableArray<DiagnosticInfo> Diagnose(AssemblySpec assembly, Obstacle? obstacle)
    {
        int all = assembly.Models.Count + assembly.Refused.Count;
        if (all == 0)
        {
            return default;
        }

        DiagnosticSink sink = new();
        if (obstacle is { IsLanguage: true })
        {
            sink.Add(Rules.OldLanguage, Location.None, obstacle.Found);
        }
        else if (obstacle is not null)
        {
            sink.Add(Rules.OtherContract, Location.None, Digits(Contract.Version), obstacle.Found);
        }

        int generated = obstacle is null ? assembly.Models.Count : 0;
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
