using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The properties that leave the Hive, in field order: the id first.</summary>
internal static class SyncFields
{
    public static List<PropertySpec> Of(ModelSpec model)
    {
        List<PropertySpec> fields = new(model.Properties.Count);
        foreach (PropertySpec p in model.Properties)
        {
            if (!p.IsLocal || p.IsId)
            {
                fields.Add(p);
            }
        }

        return fields;
    }
}
