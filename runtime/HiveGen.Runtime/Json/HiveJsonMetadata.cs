using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HiveGen.Json;

/// <summary>Makes the metadata of generated types, over the same public factories that System.Text.Json's own generator uses.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HiveJsonMetadata
{
    /// <summary>A type whose objects are made empty and then filled by setters.</summary>
    public static JsonTypeInfo<T> Object<T>(JsonSerializerOptions options, Func<T> create, Func<JsonSerializerOptions, JsonPropertyInfo[]> properties)
        where T : class
        => JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T>
        {
            ObjectCreator = create,
            PropertyMetadataInitializer = _ => properties(options),
        });

    /// <summary>A type some of whose properties can only be given when the object is made.</summary>
    public static JsonTypeInfo<T> Object<T>(JsonSerializerOptions options, Func<object?[], T> create, Func<JsonParameterInfoValues[]> parameters, Func<JsonSerializerOptions, JsonPropertyInfo[]> properties)
        where T : class
        => JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T>
        {
            ObjectWithParameterizedConstructorCreator = create,
            ConstructorParameterMetadataInitializer = parameters,
            PropertyMetadataInitializer = _ => properties(options),
        });

    /// <summary>A property. Numbers are never taken from strings.</summary>
    /// <param name="options">The options the metadata belongs to.</param>
    /// <param name="property">The C# name.</param>
    /// <param name="name">The JSON name.</param>
    /// <param name="get">Reads it.</param>
    /// <param name="set">Writes it; null when it is given as the object is made.</param>
    /// <param name="isNullable">Whether null is a value of it.</param>
    /// <param name="isRequired">Whether JSON must carry it.</param>
    /// <param name="converter">Its own spelling; null for the usual one.</param>
    /// <param name="rules">The limits that documents show.</param>
    public static JsonPropertyInfo Property<TRecord, T>(
        JsonSerializerOptions options,
        string property,
        string name,
        Func<TRecord, T> get,
        Action<TRecord, T>? set,
        bool isNullable,
        bool isRequired = false,
        JsonConverter<T>? converter = null,
        Func<Attribute[]>? rules = null)
        where TRecord : class
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

    /// <summary>A property that is given when the object is made.</summary>
    public static JsonParameterInfoValues Parameter<T>(string property, int position, bool isNullable, bool isInitialiser, object? defaultValue = null) => new()
    {
        Name = property,
        ParameterType = typeof(T),
        Position = position,
        HasDefaultValue = defaultValue is not null,
        DefaultValue = defaultValue,
        IsNullable = isNullable,
        IsMemberInitializer = isInitialiser,
    };

    /// <summary>An enum or its nullable form, by the names of its values; null for another type.</summary>
    public static JsonTypeInfo? Enum<T>(Type type, JsonSerializerOptions options)
        where T : struct, Enum
    {
        if (type == typeof(T))
        {
            return JsonMetadataServices.CreateValueInfo<T>(options, EnumConverter<T>(options));
        }

        return type == typeof(T?)
            ? JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options))
            : null;
    }

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
