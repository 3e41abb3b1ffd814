using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace HiveGen.Targets;

/// <summary>
/// The hash by which a row of the Hive and its copy at a target are compared: 64 bits over the values in field order, the same
/// in every process and on every machine. An adapter gives it the values as the Hive stores them: decimals scaled, times in
/// microseconds, dates, Guids and enums as text. A mutable struct: begin with <c>default</c>, one a row.
/// </summary>
public struct RowHash
{
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Factor = 0xD6E8FEB86659FD93;
    private const ulong Last = 0xA0761D6478BD642F;
    private const string Form = "1"; // raised when the same values get another hash

    private ulong state;

    /// <summary>The kinds of values, so that null, an empty text and an empty blob differ.</summary>
    private enum Mark : ulong
    {
        Null = 1,
        Integer,
        Real,
        Text,
        Blob,
        Json,
    }

    /// <summary>The hash of everything added so far.</summary>
    public readonly ulong Value => Fold(state ^ Last, Factor);

    /// <summary>The bucket of a row, from <see cref="Value"/> after its id alone was added.</summary>
    /// <param name="idHash">The hash of the id.</param>
    /// <param name="buckets">How many buckets there are.</param>
    public static int Bucket(ulong idHash, int buckets) => (int)(idHash % (ulong)buckets);

    /// <summary>What goes into the hash of a model's rows: hashes can only be compared where this text is the same on both sides.</summary>
    public static string Layout(SyncModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return string.Join(' ', model.Fields.Select(static field => string.Create(CultureInfo.InvariantCulture, $"{field.Name}:{field.Type}:{field.Scale}")).Prepend(Form));
    }

    /// <summary>Adds NULL.</summary>
    public void AddNull() => Mix((ulong)Mark.Null);

    /// <summary>Adds an integer: also a bool as 0 or 1, a scaled decimal, a time in microseconds.</summary>
    public void Add(long value)
    {
        Mix((ulong)Mark.Integer);
        Mix((ulong)value);
    }

    /// <summary>Adds a floating-point number. Minus zero counts as zero: not every database keeps its sign.</summary>
    public void Add(double value)
    {
        Mix((ulong)Mark.Real);
        Mix(BitConverter.DoubleToUInt64Bits(value == 0 ? 0 : value));
    }

    /// <summary>Adds a text in UTF-8.</summary>
    public void AddText(ReadOnlySpan<byte> utf8) => Add(Mark.Text, utf8);

    /// <summary>Adds a text.</summary>
    public void AddText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        AddText(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Adds bytes.</summary>
    public void AddBlob(ReadOnlySpan<byte> bytes) => Add(Mark.Blob, bytes);

    /// <summary>Adds a JSON value by what it means: spaces, escapes, the order of members and the spelling of numbers do not count.</summary>
    public void AddJson(ReadOnlySpan<byte> utf8)
    {
        if (JsonHash.TryOf(utf8, out ulong hash))
        {
            Mix((ulong)Mark.Json);
            Mix(hash);
        }
        else
        {
            // No JSON any more: another program wrote it, and it equals only itself.
            AddText(utf8);
        }
    }

    /// <summary>Adds a value as SQLite holds it.</summary>
    public void Add(in SqlValue value)
    {
        switch (value.Kind)
        {
            case SqlKind.Integer:
                Add(value.Int64);
                break;
            case SqlKind.Real:
                Add(value.Double);
                break;
            case SqlKind.Text:
                AddText(value.Text!);
                break;
            case SqlKind.Blob:
                AddBlob(value.Blob);
                break;
            default:
                AddNull();
                break;
        }
    }

    /// <summary>The high and the low half of a product, folded into one another.</summary>
    internal static ulong Fold(ulong left, ulong right) => Math.BigMul(left, right, out ulong low) ^ low;

    private void Add(Mark mark, ReadOnlySpan<byte> bytes)
    {
        Mix((ulong)mark | (ulong)bytes.Length << 8);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            Mix(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        ulong rest = 0;
        for (int index = bytes.Length - 1; index >= 0; index--)
        {
            rest = rest << 8 | bytes[index];
        }

        Mix(rest);
    }

    // The sum keeps a state of zero from swallowing what comes after it.
    private void Mix(ulong word) => state = Fold(state + Seed ^ word, Factor) + word;
}
