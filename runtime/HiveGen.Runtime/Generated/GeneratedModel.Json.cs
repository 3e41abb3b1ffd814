using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Json;

namespace HiveGen.Generated;

public abstract partial class GeneratedModel<TRecord>
{
    internal sealed override JsonTypeInfo? Json(Type type, JsonSerializerOptions options)
    {
        if (type == typeof(TRecord))
        {
            return RecordInfo(options);
        }

        if (type == sync?.RecordType && sync is IGeneratedSyncModel generated)
        {
            return generated.Info(options);
        }

        foreach (GeneratedField field in fields)
        {
            if (field.Type?.Info(type, options) is { } info)
            {
                return info;
            }
        }

        return HiveJsonMetadata.Collection<TRecord>(type, options);
    }

    /// <summary>An empty record, for JSON to fill. Where some properties can only be given when it is made, <see cref="Construct(object?[])"/> makes it.</summary>
    protected virtual TRecord Construct() => throw new NotSupportedException();

    /// <summary>A record of the values that can only be given when it is made and are no secret of the Hive's, in the order of the columns.</summary>
    protected virtual TRecord Construct(object?[] values) => throw new NotSupportedException();

    private JsonTypeInfo<TRecord> RecordInfo(JsonSerializerOptions options)
        => fields.Any(static field => field.Has(FieldTraits.Init))
            ? HiveJsonMetadata.Object<TRecord>(options, Construct, properties => new RecordJson<TRecord>(this, properties).Parameters(), properties => new RecordJson<TRecord>(this, properties).All())
            : HiveJsonMetadata.Object<TRecord>(options, Construct, properties => new RecordJson<TRecord>(this, properties).All());
}
