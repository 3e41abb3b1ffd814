using Microsoft.CodeAnalysis;

namespace HiveGen.Benchmarks.Generator;

/// <summary>Another name for a property of one model.</summary>
internal sealed class PropertyEditRow(Lazy<ModelProject> project, int models) : EditRow(project, models, "property edit")
{
    protected override int Emits => 1;

    protected override Compilation Compile(int edit) => Project.CompileWithProperty(edit);
}
