using System.ComponentModel;

namespace HiveGen.Generated;

/// <summary>The values of a record that is being made of another one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct RecordDraft : IRecordValues
{
    private readonly IDraftSource source;
    private readonly GeneratedField[] fields;
    private readonly object record;
    private readonly DraftStage stage;
    private readonly DateTimeOffset now;
    private readonly long id;

    internal RecordDraft(IDraftSource source, GeneratedField[] fields, object record, DraftStage stage, DateTimeOffset now = default, long id = 0)
    {
        this.source = source;
        this.fields = fields;
        this.record = record;
        this.stage = stage;
        this.now = now;
        this.id = id;
    }

    /// <summary>The value of a column, as the new record is to have it.</summary>
    private FieldValue this[int column]
    {
        get
        {
            GeneratedField field = fields[column];
            FieldValue value = source.Get(record, column);
            if (stage == DraftStage.Numbered)
            {
                return column == 0 ? FieldValue.OfInt64(id) : value;
            }

            if (column == 0)
            {
                return IsNoId(field.Kind, in value) ? NewId(field.Kind, in value) : value;
            }

            return stage == DraftStage.Hooks ? FieldCopy.Of(field, in value)
                : field.Has(FieldTraits.Time) && IsNoTime(field.Kind, in value) ? FieldCopy.Stored(field, Now(field.Kind), source.Name)
                : FieldCopy.Stored(field, in value, source.Name);
        }
    }

    /// <summary>Whether the id is yet to be made. A number is left to SQLite.</summary>
    internal static bool IsNoId(FieldKind kind, in FieldValue id) => kind switch
    {
        FieldKind.Text => string.IsNullOrEmpty(id.Text),
        FieldKind.Guid => id.Guid == default,
        _ => id.Int64 == 0,
    };

    private static bool IsNoTime(FieldKind kind, in FieldValue time)
        => time.IsNull || (kind == FieldKind.DateTime ? time.DateTime == default : time.DateTimeOffset == default);

    private FieldValue NewId(FieldKind kind, in FieldValue id) => kind switch
    {
        FieldKind.Text => FieldValue.OfText(Ids.NewText(source.Prefix!)),
        FieldKind.Guid => FieldValue.OfGuid(Ids.NewGuid()),
        _ => id,
    };

    private FieldValue Now(FieldKind kind) => kind == FieldKind.DateTime ? FieldValue.OfDateTime(now.UtcDateTime) : FieldValue.OfDateTimeOffset(now);
}
