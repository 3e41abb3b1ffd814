using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>How JSON makes a record: empty, or of what can only be given when it is made.</summary>
internal static class JsonCreationPart
{
    /// <summary>Whether the property can only be given when its record is made.</summary>
    public static bool IsGiven(PropertySpec p) => p.Has(PropertyTraits.Required | PropertyTraits.Init | PropertyTraits.Parameter);

    public static void Emit(CodeWriter w, ModelSpec model)
    {
        string record = model.Type.FullName;
        List<PropertySpec> given = [];
        bool needsParameters = false;
        foreach (PropertySpec p in model.Properties)
        {
            needsParameters |= IsGiven(p);
            if (IsGiven(p) && !p.IsLocal)
            {
                given.Add(p);
            }
        }

        w.Blank();
        w.Line("/// <inheritdoc/>");
        if (!needsParameters)
        {
            w.Line($"protected override {record} Construct() => new {record}();");
            return;
        }

        EmitConstruct(w, model, record, given);
    }

    private static void EmitConstruct(CodeWriter w, ModelSpec model, string record, List<PropertySpec> given)
    {
        string arguments = "";
        foreach (int parameter in model.Parameters)
        {
            arguments += (arguments.Length == 0 ? "" : ", ") + Argument(model.Properties[parameter], given);
        }

        string members = "";
        foreach (PropertySpec p in model.Properties)
        {
            if (Construction.IsInitialised(p) && (given.Contains(p) || p.Has(PropertyTraits.Required)))
            {
                members += (members.Length == 0 ? " { " : ", ") + CSharpNames.Escape(p.Name) + " = " + Argument(p, given);
            }
        }

        w.Line($"protected override {record} Construct(object?[] values) => new {record}({arguments}){(members.Length == 0 ? "" : members + " }")};");
    }

    private static string Argument(PropertySpec p, List<PropertySpec> given)
    {
        int index = given.IndexOf(p);
        if (index < 0)
        {
            return "default!";
        }

        string value = "((" + Kinds.ValueTypeOrNull(p) + ")values[" + Columns.Number(index) + "]!)";
        return p.Link is null ? value : FieldValues.ToLink(p, value);
    }
}
