using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>A DTO of values by number.</summary>
public sealed class TestRecord(int fields) : SyncRecord
{
    private readonly SqlValue[] values = new SqlValue[fields];

    public SqlValue this[int field]
    {
        get => values[field];
        set
        {
            values[field] = value;
            Give(field);
        }
    }

    public SqlValue this[Index index] => values[index];

    public override string ToString() => string.Join("|", values.Select(static value => value.ToString()));
}
