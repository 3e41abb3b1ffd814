using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Json;

namespace HiveGen.Generated;

/// <summary>Makes the JSON properties of a record, every column that leaves the Hive, and says which of them must be known before it is made.</summary>
internal sealed class RecordJson<TRecord>(GeneratedModel<TRecord> model, HiveJsonProperties<TRecord> properties)
    where TRecord : class
{
    private readonly List<JsonParameterInfoValues> parameters = [];

    public JsonPropertyInfo[] All()
    {
        List<JsonPropertyInfo> all = new(model.Fields.Length);
        for (int i = 0; i < model.Fields.Length; i++)
        {
            if (model.IsOpen(i))
            {
                all.Add(Property(model.Fields[i], i));
            }
        }

        return [.. all];
    }

    /// <summary>Parameters of the constructor, required and init properties, in the order of the columns.</summary>
    public JsonParameterInfoValues[] Parameters()
    {
        All();
        return [.. parameters];
    }

    /// <summary>A property of a value type.</summary>
    public JsonPropertyInfo Value<T>(GeneratedField field, int i, JsonConverter<T>? converter = null, JsonConverter<T?>? nullable = null)
        where T : unmanaged
        => field.IsNullable
            ? Of<T?>(field, i, r => model.Get(r, i).Get<T>(), (r, v) => model.Set(r, i, FieldValue.Of<T>(v)), nullable, field.Constant?.Get<T>())
            : Of<T>(field, i, r => model.Get(r, i).Get<T>().GetValueOrDefault(), (r, v) => model.Set(r, i, FieldValue.Of<T>(v)), converter, field.Constant?.Get<T>());

    /// <summary>A property of a class, or of a type that is JSON.</summary>
    public JsonPropertyInfo Object<T>(GeneratedField field, int i)
        => Of<T>(field, i, r => (T)model.Get(r, i).Object!, (r, v) => model.Set(r, i, FieldValue.OfObject(v)), null, field.Constant?.Object);

    private JsonPropertyInfo Property(GeneratedField field, int i) => field.Kind switch
    {
        FieldKind.Text => Object<string>(field, i),
        FieldKind.Blob => Object<byte[]>(field, i),
        FieldKind.JsonNode => Object<JsonNode>(field, i),
        FieldKind.JsonElement => field.IsNullable ? Object<JsonElement?>(field, i) : Object<JsonElement>(field, i),
        FieldKind.Bool => Value<bool>(field, i),
        FieldKind.Byte => Value<byte>(field, i),
        FieldKind.SByte => Value<sbyte>(field, i),
        FieldKind.Int16 => Value<short>(field, i),
        FieldKind.UInt16 => Value<ushort>(field, i),
        FieldKind.Int32 => Value<int>(field, i),
        FieldKind.UInt32 => Value<uint>(field, i),
        FieldKind.Int64 => Value<long>(field, i),
        FieldKind.UInt64 => Value<ulong>(field, i),
        FieldKind.Single => Value<float>(field, i),
        FieldKind.Double => Value<double>(field, i),
        FieldKind.Decimal => Value<decimal>(field, i),
        FieldKind.DateTime => Value<DateTime>(field, i),
        FieldKind.DateTimeOffset => Value<DateTimeOffset>(field, i),
        FieldKind.DateOnly => Value<DateOnly>(field, i),
        FieldKind.TimeOnly => Value<TimeOnly>(field, i),
        FieldKind.TimeSpan => Value(field, i, HiveConverters.Duration, HiveConverters.NullableDuration),
        FieldKind.Guid => Value<Guid>(field, i),
        _ => field.Type!.Property(this, field, i),
    };

    private JsonPropertyInfo Of<T>(GeneratedField field, int i, Func<TRecord, T> get, Action<TRecord, T> set, JsonConverter<T>? converter, object? constant)
    {
        bool isGiven = field.Has(FieldTraits.Init);
        if (isGiven)
        {
            parameters.Add(new()
            {
                Name = field.Property,
                ParameterType = typeof(T),
                Position = parameters.Count,
                HasDefaultValue = constant is not null,
                DefaultValue = constant,
                IsNullable = field.IsNullable,
                IsMemberInitializer = !field.Has(FieldTraits.Parameter),
            });
        }

        return properties.Of(field.Property, field.Name, get, isGiven ? null : set, field.IsNullable, isRequired: i > 0 && field.IsRequired, converter, FieldAttributes.Of(field));
    }
}
