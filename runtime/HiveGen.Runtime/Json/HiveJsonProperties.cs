using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HiveGen.Json;

/// <summary>Makes the metadata of the properties of one type.</summary>
/// <typeparam name="TRecord">The type.</typeparam>
/// <param name="options">The options the metadata belongs to.</param>
internal sealed class HiveJsonProperties<TRecord>(JsonSerializerOptions options)
    where TRecord : class
{
    /// <summary>A property. Numbers are never taken from strings.</summary>
    /// <param name="property">The C# name.</param>
    /// <param name="name">The JSON name.</param>
    /// <param name="get">Reads it.</param>
    /// <param name="set">Writes it; null when it is given as the object is made.</param>
    /// <param name="isNullable">Whether null is a value of it.</param>
    /// <param name="isRequired">Whether JSON must carry it.</param>
    /// <param name="converter">Its own spelling; null for the usual one.</param>
    /// <param name="rules">The limits that documents show.</param>
    public JsonPropertyInfo Of<T>(
        string property,
        string name,
        Func<TRecord, T> get,
        Action<TRecord, T>? set,
        bool isNullable = false,
        bool isRequired = false,
        JsonConverter<T>? converter = null,
        Func<Attribute[]>? rules = null)
    {
        JsonPropertyInfo info = JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<T>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = typeof(TRecord),
            PropertyName = property,
            JsonPropertyName = name,
            Getter = record => get((TRecord)record),
            Setter = set is null
                ? static (_, _) => throw new InvalidOperationException("The property can only be given when its object is made.")
                : (record, value) => set((TRecord)record, value!),
            Converter = converter,
            NumberHandling = JsonNumberHandling.Strict,
            AttributeProviderFactory = rules is null ? null : () => new HiveAttributes(rules()),
        });
        info.IsRequired = isRequired;
        info.IsGetNullable = isNullable;
        info.IsSetNullable = isNullable;
        return info;
    }
}
