using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Json;
using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Generated;

/// <summary>The synced side of a generated model: everything follows from the list of fields, so that nothing of it is compiled into the app.</summary>
/// <typeparam name="TRecord">The type of the DTO.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public class GeneratedSyncModel<TRecord> : SyncModel, IGeneratedSyncModel
    where TRecord : GeneratedSyncRecord, new()
{
    private readonly GeneratedField[] fields;
    private readonly FieldSlot[] slots = new TRecord().Slots;

    /// <summary>Called by generated code.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">The name on the wire.</param>
    /// <param name="fields">The fields; the first is the id.</param>
    /// <param name="json">The JSON metadata of the app.</param>
    /// <param name="mappings">What adapters need.</param>
    public GeneratedSyncModel(HiveModel model, string name, GeneratedField[] fields, IJsonTypeInfoResolver json, params object[] mappings)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.fields = fields;
        Name = name;
        ModelName = model.Name;
        Json = json;
        Mappings = mappings;
        Fields = [.. fields.Select(static field => field.ToSyncField())];
        string select = $"SELECT {string.Join(", ", Fields.Select(static field => $"\"{field.Column}\""))} FROM \"{model.Table}\" ";
        SelectById = new(select + "WHERE \"id\" = ?1");
        SelectFirst = new(select + "ORDER BY \"id\" LIMIT ?1");
        SelectAfter = new(select + "WHERE \"id\" > ?1 ORDER BY \"id\" LIMIT ?2");
    }

    /// <inheritdoc/>
    public sealed override string Name { get; }

    /// <inheritdoc/>
    public sealed override string ModelName { get; }

    /// <inheritdoc/>
    public sealed override Type RecordType => typeof(TRecord);

    /// <inheritdoc/>
    public sealed override IJsonTypeInfoResolver Json { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<SyncField> Fields { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<object> Mappings { get; }

    /// <inheritdoc/>
    public sealed override PreparedSql SelectById { get; }

    /// <inheritdoc/>
    public sealed override PreparedSql SelectFirst { get; }

    /// <inheritdoc/>
    public sealed override PreparedSql SelectAfter { get; }

    /// <inheritdoc/>
    public sealed override SyncRecord Create() => new TRecord();

    JsonTypeInfo IGeneratedSyncModel.Info(JsonSerializerOptions options)
        => HiveJsonMetadata.Object<TRecord>(options, static () => new TRecord(), properties =>
        {
            JsonPropertyInfo[] all = new JsonPropertyInfo[fields.Length];
            for (int i = 0; i < all.Length; i++)
            {
                all[i] = FieldJson.Property(properties, fields[i], slots[i]);
            }

            return all;
        });

    /// <inheritdoc/>
    public sealed override SyncRecord Read(FieldSource row)
    {
        TRecord record = new TRecord();
        for (int i = 0; i < fields.Length; i++)
        {
            slots[i].Give(record, FieldTransfer.Read(fields[i], i, row));
        }

        return record;
    }

    /// <inheritdoc/>
    public sealed override void Write(SyncRecord record, FieldSink sink)
    {
        GeneratedSyncRecord from = (GeneratedSyncRecord)record;
        for (int i = 0; i < fields.Length; i++)
        {
            FieldTransfer.Write(fields[i], i, slots[i].Get(from), sink);
        }
    }

    /// <inheritdoc/>
    public sealed override SqlValue IdOf(SyncRecord record)
    {
        FieldValue id = slots[0].Get((GeneratedSyncRecord)record);
        return fields[0].Kind switch
        {
            FieldKind.Text => SqlValue.From(id.Text),
            FieldKind.Guid => id.Get<Guid>() is { } guid ? Codecs.Guid.Encode(guid) : SqlValue.Null,
            _ => id.Get<long>() is { } number ? SqlValue.From(number) : SqlValue.Null,
        };
    }

    /// <inheritdoc/>
    public sealed override void SetId(SyncRecord record, in SqlValue id) => slots[0].Give((GeneratedSyncRecord)record, fields[0].Kind switch
    {
        FieldKind.Text => FieldValue.Of((object?)id.Text),
        FieldKind.Guid => FieldValue.Of<Guid>(id.Text is { } text ? Guid.Parse(text) : null),
        _ => FieldValue.Of<long>(id.IsNull ? null : id.Int64),
    });

    /// <inheritdoc/>
    public sealed override bool TryParseId(string recordId, out SqlValue id) => fields[0].Kind switch
    {
        FieldKind.Text => WireId.TryParseText(recordId, out id),
        FieldKind.Guid => WireId.TryParseGuid(recordId, out id),
        _ => WireId.TryParseInt64(recordId, out id),
    };

    /// <inheritdoc/>
    public sealed override void Merge(SyncRecord into, SyncRecord given)
    {
        GeneratedSyncRecord target = (GeneratedSyncRecord)into, source = (GeneratedSyncRecord)given;
        foreach (FieldSlot slot in slots)
        {
            if (slot.IsGiven(source))
            {
                slot.Give(target, slot.Get(source));
            }
        }
    }

    /// <inheritdoc/>
    public override void FillDefaults(SyncRecord record, DateTimeOffset now)
    {
        GeneratedSyncRecord target = (GeneratedSyncRecord)record;
        for (int i = 1; i < fields.Length; i++)
        {
            if (!slots[i].IsGiven(target) && Default(fields[i], now) is { } value)
            {
                slots[i].Give(target, in value);
            }
        }
    }

    /// <inheritdoc/>
    public sealed override void Validate(SyncRecord record, SyncOperation operation, ref Violations violations)
    {
        GeneratedSyncRecord from = (GeneratedSyncRecord)record;
        for (int i = 0; i < fields.Length; i++)
        {
            if (slots[i].IsGiven(from) || (operation == SyncOperation.Create && fields[i].IsRequired))
            {
                FieldCheck.Dto(fields[i], slots[i].Get(from), ref violations);
            }
        }
    }

    /// <summary>What a create means that leaves the field out; null when it means nothing, or only a fresh record knows.</summary>
    private static FieldValue? Default(GeneratedField field, DateTimeOffset now)
    {
        if (field.Has(FieldTraits.Time))
        {
            long micros = UnixMicros.Write(now);
            return field.Kind == FieldKind.DateTime ? FieldValue.Of<DateTime>(UnixMicros.ReadDateTime(micros)) : FieldValue.Of<DateTimeOffset>(UnixMicros.ReadDateTimeOffset(micros));
        }

        bool isZero = !field.IsNullable && !field.IsRequired && !field.Has(FieldTraits.Fresh)
            && field.Kind is not (FieldKind.Text or FieldKind.Blob or FieldKind.JsonElement or FieldKind.JsonNode or FieldKind.Json);
        return field.Constant ?? (isZero ? FieldValue.Zero : null);
    }
}
