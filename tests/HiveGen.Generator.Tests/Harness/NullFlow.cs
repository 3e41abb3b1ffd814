using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Generator.Tests;

/// <summary>
/// Generated files say what may be null and spare an app's compiler from following it through their bodies. The tests put that check back, so that
/// what is generated keeps to its own annotations.
/// </summary>
internal static class NullFlow
{
    private const string Spared = "#nullable enable annotations\n#nullable disable warnings\n";

    /// <summary>The app with its generated files checked like any others.</summary>
    public static Compilation WithNullFlow(this Compilation app)
    {
        foreach (SyntaxTree tree in app.SyntaxTrees)
        {
            if (tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            {
                app = app.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(Checked(tree.ToString()), System.Text.Encoding.UTF8)));
            }
        }

        return app;
    }

    /// <summary>The text of a generated file, checked.</summary>
    public static string Checked(string text)
    {
        Assert.Contains(Spared, text, StringComparison.Ordinal);
        return text.Replace(Spared, "#nullable enable\n\n", StringComparison.Ordinal);
    }
}
