using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Json;

namespace HiveGen.Generated;

public abstract partial class GeneratedModel<TRecord>
{
    /// <summary>The JSON metadata of the record, of lists of them, of enums and of the DTO; null for another type.</summary>
    public JsonTypeInfo? Json(Type type, JsonSerializerOptions options)
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

    /// <summary>An empty record, for JSON to fill. Where <see cref="Parameters"/> are needed, <see cref="Construct(object?[])"/> makes it.</summary>
    protected virtual TRecord Construct() => throw new NotSupportedException();

    /// <summary>A record of the values of <see cref="Parameters"/>.</summary>
    protected virtual TRecord Construct(object?[] values) => throw new NotSupportedException();

    /// <summary>What JSON must know before it makes a record: parameters of a constructor, required and init properties. Null when there is none.</summary>
    protected virtual JsonParameterInfoValues[]? Parameters() => null;

    private JsonTypeInfo<TRecord> RecordInfo(JsonSerializerOptions options)
        => Parameters() is null
            ? HiveJsonMetadata.Object<TRecord>(options, Construct, properties => new RecordJson<TRecord>(this, properties).All())
            : HiveJsonMetadata.Object<TRecord>(options, Construct, () => Parameters()!, properties => new RecordJson<TRecord>(this, properties).All());
}
