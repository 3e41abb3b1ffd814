using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HiveGen.Json;

/// <summary>Makes the metadata of generated types, over the same public factories that System.Text.Json's own generator uses.</summary>
internal static class HiveJsonMetadata
{
    /// <summary>A type whose objects are made empty and then filled by setters.</summary>
    public static JsonTypeInfo<T> Object<T>(JsonSerializerOptions options, Func<T> create, Func<HiveJsonProperties<T>, JsonPropertyInfo[]> properties)
        where T : class
        => JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T>
        {
            ObjectCreator = create,
            PropertyMetadataInitializer = _ => properties(new HiveJsonProperties<T>(options)),
        });

    /// <summary>A type some of whose properties can only be given when the object is made.</summary>
    public static JsonTypeInfo<T> Object<T>(JsonSerializerOptions options, Func<object?[], T> create, Func<HiveJsonProperties<T>, JsonParameterInfoValues[]> parameters, Func<HiveJsonProperties<T>, JsonPropertyInfo[]> properties)
        where T : class
        => JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T>
        {
            ObjectWithParameterizedConstructorCreator = create,
            ConstructorParameterMetadataInitializer = () => parameters(new HiveJsonProperties<T>(options)),
            PropertyMetadataInitializer = _ => properties(new HiveJsonProperties<T>(options)),
        });

    /// <summary>An enum or its nullable form, by the names of its values; null for another type.</summary>
    public static JsonTypeInfo? Enum<T>(Type type, JsonSerializerOptions options)
        where T : struct, Enum
    {
        if (type == typeof(T))
        {
            return JsonMetadataServices.CreateValueInfo<T>(options, EnumConverter<T>(options));
        }

        return Nullable<T>(type, options);
    }

    /// <summary>The nullable form of a value type whose own metadata the options know; null for another type.</summary>
    public static JsonTypeInfo? Nullable<T>(Type type, JsonSerializerOptions options)
        where T : struct
        => type == typeof(T?)
            ? JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options))
            : null;

    /// <summary>A list, read-only list or array of records; null for another type.</summary>
    public static JsonTypeInfo? Collection<T>(Type type, JsonSerializerOptions options)
        where T : class
    {
        if (type == typeof(List<T>))
        {
            return JsonMetadataServices.CreateListInfo<List<T>, T>(options, new JsonCollectionInfoValues<List<T>> { ObjectCreator = static () => [] });
        }

        if (type == typeof(IReadOnlyList<T>))
        {
            return JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new JsonCollectionInfoValues<IReadOnlyList<T>>());
        }

        return type == typeof(T[])
            ? JsonMetadataServices.CreateArrayInfo(options, new JsonCollectionInfoValues<T[]>())
            : null;
    }

    private static JsonConverter EnumConverter<T>(JsonSerializerOptions options)
        where T : struct, Enum
        => new JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false).CreateConverter(typeof(T), options);
}
