using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>Writes a mapping that is nothing but SQL: what adapters bind and read they know by the fields' types.</summary>
internal static class MapWriter
{
    private const string R = "global::HiveGen.";

    /// <summary>Writes the class.</summary>
    /// <param name="w">Where to.</param>
    /// <param name="model">The model.</param>
    /// <param name="name">The adapter's package and the end of the class's name, such as <c>Turso</c>.</param>
    /// <param name="target">What the summary calls the target.</param>
    /// <param name="texts">The properties.</param>
    /// <param name="columns">The definitions of the columns after the id.</param>
    public static void Emit(CodeWriter w, ModelSpec model, string name, string target, IEnumerable<(string Name, string Sql)> texts, IEnumerable<(string Name, string Sql)> columns)
    {
        w.Blank();
        w.Summary($"How {target} stores {Literal.Xml(model.Type.Name)}.");
        w.Open($"internal sealed class {model.Type.Name}{name}Map : {R}Adapters.{name}.{name}Map");
        foreach ((string property, string sql) in texts)
        {
            w.Line("/// <inheritdoc/>");
            w.Literal($"public override string {property} => ", sql, ";");
            w.Blank();
        }

        w.Line("/// <inheritdoc/>");
        w.Line($"public override global::System.Collections.Generic.IReadOnlyList<{R}SchemaObject> Columns {{ get; }} =");
        w.Line("[");
        w.Indent();
        foreach ((string column, string definition) in columns)
        {
            w.Line($"new(\"{column}\", {Literal.Text(definition)}),");
        }

        w.Close("];");
        w.Close();
    }
}
