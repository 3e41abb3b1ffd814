using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HiveGen.Analyzers.Tests;

/// <summary>An .editorconfig with one line, as the compiler and the analyzers read it.</summary>
internal sealed class EditorConfig : SyntaxTreeOptionsProvider
{
    private readonly AnalyzerConfigSet config;

    public EditorConfig(string line)
        => config = AnalyzerConfigSet.Create<List<AnalyzerConfig>>([AnalyzerConfig.Parse($"root = true\n[*.cs]\n{line}\n", "/.editorconfig")]);

    public AnalyzerOptions Options => new([], new Provider(this));

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        => Read(tree).TreeOptions.TryGetValue(diagnosticId, out severity);

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = ReportDiagnostic.Default;
        return false;
    }

    private AnalyzerConfigOptionsResult Read(SyntaxTree tree) => config.GetOptionsForSourcePath("/" + Path.GetFileName(tree.FilePath));

    private sealed class Provider(EditorConfig config) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Values(null);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(config.Read(tree).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(IReadOnlyDictionary<string, string>? values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return values?.TryGetValue(key, out value) is true;
        }
    }
}
