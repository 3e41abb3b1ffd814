using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Storage;

namespace HiveGen.Targets;

/// <summary>The synced side of a model, emitted by the generator. Immutable and thread-safe.</summary>
public abstract class SyncModel
{
    /// <summary>The name on the wire and the table at SQL targets.</summary>
    public abstract string Name { get; }

    /// <summary>The model's class name.</summary>
    public abstract string ModelName { get; }

    /// <summary>The type of the DTO.</summary>
    public abstract Type RecordType { get; }

    /// <summary>The JSON metadata of the DTO, for targets that speak JSON; null for a model that was not generated.</summary>
    public virtual IJsonTypeInfoResolver? Json => null;

    /// <summary>The fields that leave the Hive; the first is the id.</summary>
    public abstract IReadOnlyList<SyncField> Fields { get; }

    /// <summary>What adapters need of this model, one object per referenced adapter (<c>SqliteMap</c> …).</summary>
    public abstract IReadOnlyList<object> Mappings { get; }

    /// <summary>One live record by id: every field, in field order.</summary>
    public abstract PreparedSql SelectById { get; }

    /// <summary>The first <c>?1</c> live records by id: every field, in field order. The beginning of a full load.</summary>
    public abstract PreparedSql SelectFirst { get; }

    /// <summary>The <c>?2</c> live records after the id <c>?1</c>. The rest of a full load.</summary>
    public abstract PreparedSql SelectAfter { get; }

    /// <summary>An empty DTO.</summary>
    public abstract SyncRecord Create();

    /// <summary>The DTO of a stored row: every field counts as given.</summary>
    /// <exception cref="HiveException">A field holds no value of its type.</exception>
    public abstract SyncRecord Read(FieldSource row);

    /// <summary>Hands every field of a DTO in order to a sink: fields that were not given as what they hold.</summary>
    public abstract void Write(SyncRecord record, FieldSink sink);

    /// <summary>The id of a DTO; NULL when it was not given.</summary>
    public abstract SqlValue IdOf(SyncRecord record);

    /// <summary>Gives the DTO this id.</summary>
    public abstract void SetId(SyncRecord record, in SqlValue id);

    /// <summary>The id that this wire text names; false when it is no id of this model.</summary>
    public abstract bool TryParseId(string recordId, out SqlValue id);

    /// <summary>Copies the given fields of one DTO into another.</summary>
    public abstract void Merge(SyncRecord into, SyncRecord given);

    /// <summary>Gives what a create may leave out: initialisers, <c>[CreatedAt]</c> and <c>[UpdatedAt]</c>.</summary>
    public abstract void FillDefaults(SyncRecord record, DateTimeOffset now);

    /// <summary>Notes under their JSON names the fields that break a rule; a create must have every required field.</summary>
    public abstract void Validate(SyncRecord record, SyncOperation operation, ref Violations violations);

    /// <summary>What an adapter needs of this model.</summary>
    /// <exception cref="HiveException">The app's models were generated without a reference to that adapter.</exception>
    public T Mapping<T>()
        where T : class
        => TryMapping(out T? mapping) ? mapping
            : throw new HiveException($"{ModelName} has no {typeof(T).Name}: reference the adapter's package in the project that holds the models, and build again.");

    private bool TryMapping<T>([NotNullWhen(true)] out T? mapping)
        where T : class
    {
        mapping = null;
        foreach (object candidate in Mappings)
        {
            mapping = candidate as T ?? mapping;
        }

        return mapping is not null;
    }
}
