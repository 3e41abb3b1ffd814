using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The codecs and JSON metadata of properties that have their own.</summary>
internal static class CodecPart
{
    private const string R = "global::HiveGen.";

    public static void Emit(CodeWriter w, ModelSpec model)
    {
        w.Blank();
        foreach (PropertySpec p in model.Properties)
        {
            if (p.Kind == PropertyKind.Json)
            {
                w.Line($"internal static readonly global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{p.Type}> {p.Name}Json = {R}Json.JsonText.Info<{p.Type}>({p.Context}.Default);");
            }

            if (!Kinds.IsBuiltIn(p))
            {
                w.Line($"internal static readonly {R}Codec<{Kinds.ValueTypeOrNull(p)}> {p.Name}Codec = {Values.MakeCodec(model, p)};");
            }
        }

        w.Blank();
    }
}
