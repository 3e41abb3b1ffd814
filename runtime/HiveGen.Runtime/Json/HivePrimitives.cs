using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HiveGen.Json;

/// <summary>The metadata of the types that properties have, in their usual spelling.</summary>
internal static class HivePrimitives
{
    private static readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> Known = Build();

    /// <summary>The metadata of a type; null when no property has it.</summary>
    public static JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
        => Known.TryGetValue(type, out Func<JsonSerializerOptions, JsonTypeInfo>? create) ? create(options) : null;

    private static Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> Build()
    {
        Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> known = [];
        AddClass(known, JsonMetadataServices.StringConverter);
        AddClass(known, JsonMetadataServices.ByteArrayConverter);
        AddClass(known, JsonMetadataServices.JsonNodeConverter);
        AddStruct(known, JsonMetadataServices.BooleanConverter);
        AddStruct(known, JsonMetadataServices.ByteConverter);
        AddStruct(known, JsonMetadataServices.SByteConverter);
        AddStruct(known, JsonMetadataServices.Int16Converter);
        AddStruct(known, JsonMetadataServices.UInt16Converter);
        AddStruct(known, JsonMetadataServices.Int32Converter);
        AddStruct(known, JsonMetadataServices.UInt32Converter);
        AddStruct(known, JsonMetadataServices.Int64Converter);
        AddStruct(known, JsonMetadataServices.UInt64Converter);
        AddStruct(known, JsonMetadataServices.SingleConverter);
        AddStruct(known, JsonMetadataServices.DoubleConverter);
        AddStruct(known, JsonMetadataServices.DecimalConverter);
        AddStruct(known, JsonMetadataServices.DateTimeConverter);
        AddStruct(known, JsonMetadataServices.DateTimeOffsetConverter);
        AddStruct(known, JsonMetadataServices.DateOnlyConverter);
        AddStruct(known, JsonMetadataServices.TimeOnlyConverter);
        AddStruct(known, JsonMetadataServices.TimeSpanConverter);
        AddStruct(known, JsonMetadataServices.GuidConverter);
        AddStruct(known, JsonMetadataServices.JsonElementConverter);
        return known;
    }

    private static void AddClass<T>(Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> known, JsonConverter<T?> converter)
        where T : class
        => known[typeof(T)] = options => JsonMetadataServices.CreateValueInfo<T>(options, converter);

    private static void AddStruct<T>(Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> known, JsonConverter<T> converter)
        where T : struct
    {
        known[typeof(T)] = options => JsonMetadataServices.CreateValueInfo<T>(options, converter);
        known[typeof(T?)] = static options => JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options));
    }
}
