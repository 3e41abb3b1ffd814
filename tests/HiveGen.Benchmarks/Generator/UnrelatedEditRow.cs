using Microsoft.CodeAnalysis;

namespace HiveGen.Benchmarks.Generator;

/// <summary>An edit in a file without models.</summary>
internal sealed class UnrelatedEditRow(Lazy<ModelProject> project, int models) : EditRow(project, models, "unrelated edit")
{
    protected override int Emits => 0;

    protected override Compilation Compile(int edit) => Project.Compile(edit);
}
