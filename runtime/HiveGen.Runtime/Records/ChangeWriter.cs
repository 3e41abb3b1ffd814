using System.ComponentModel;

namespace HiveGen;

/// <summary>
/// Collects the assignments of a set as columns, SQL and parameters. Each kind of value has a method of its own name, because that is what
/// an app's compiler binds fastest. Not thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChangeWriter
{
    private readonly List<Assignment> assignments = [];
    private readonly HiveModel? model;
    private Violations violations;

    internal ChangeWriter(HiveModel? model = null) => this.model = model;

    /// <summary>The assignments in column order.</summary>
    public IReadOnlyList<Assignment> Assignments => assignments;

    /// <summary>Adds an assignment if it is set, here and in the methods below, of which each kind of value has its own.</summary>
    /// <param name="column">The index of the column in the model's columns.</param>
    /// <param name="value">The property of the change.</param>
    public void Text(int column, in Assign<string> value) => Put(column, value, Codecs.RequiredText);

    /// <summary>Adds a string?.</summary>
    public void TextOrNull(int column, in Assign<string?> value) => Put(column, value, Codecs.Text);

    /// <summary>Adds a byte[].</summary>
    public void Blob(int column, in Assign<byte[]> value) => Put(column, value, Codecs.RequiredBlob);

    /// <summary>Adds a byte[]?.</summary>
    public void BlobOrNull(int column, in Assign<byte[]?> value) => Put(column, value, Codecs.Blob);

    /// <summary>Adds a bool.</summary>
    public void Bool(int column, in Assign<bool> value) => Put(column, value, Codecs.Bool);

    /// <summary>Adds a bool?.</summary>
    public void BoolOrNull(int column, in Assign<bool?> value) => Put(column, value, NullableCodecs.Bool);

    /// <summary>Adds a byte.</summary>
    public void Byte(int column, in Assign<byte> value) => Put(column, value, Codecs.Byte);

    /// <summary>Adds a byte?.</summary>
    public void ByteOrNull(int column, in Assign<byte?> value) => Put(column, value, NullableCodecs.Byte);

    /// <summary>Adds a sbyte.</summary>
    public void SByte(int column, in Assign<sbyte> value) => Put(column, value, Codecs.SByte);

    /// <summary>Adds a sbyte?.</summary>
    public void SByteOrNull(int column, in Assign<sbyte?> value) => Put(column, value, NullableCodecs.SByte);

    /// <summary>Adds a short.</summary>
    public void Int16(int column, in Assign<short> value) => Put(column, value, Codecs.Int16);

    /// <summary>Adds a short?.</summary>
    public void Int16OrNull(int column, in Assign<short?> value) => Put(column, value, NullableCodecs.Int16);

    /// <summary>Adds a ushort.</summary>
    public void UInt16(int column, in Assign<ushort> value) => Put(column, value, Codecs.UInt16);

    /// <summary>Adds a ushort?.</summary>
    public void UInt16OrNull(int column, in Assign<ushort?> value) => Put(column, value, NullableCodecs.UInt16);

    /// <summary>Adds a int.</summary>
    public void Int32(int column, in Assign<int> value) => Put(column, value, Codecs.Int32);

    /// <summary>Adds a int?.</summary>
    public void Int32OrNull(int column, in Assign<int?> value) => Put(column, value, NullableCodecs.Int32);

    /// <summary>Adds a uint.</summary>
    public void UInt32(int column, in Assign<uint> value) => Put(column, value, Codecs.UInt32);

    /// <summary>Adds a uint?.</summary>
    public void UInt32OrNull(int column, in Assign<uint?> value) => Put(column, value, NullableCodecs.UInt32);

    /// <summary>Adds a long.</summary>
    public void Int64(int column, in Assign<long> value) => Put(column, value, Codecs.Int64);

    /// <summary>Adds a long?.</summary>
    public void Int64OrNull(int column, in Assign<long?> value) => Put(column, value, NullableCodecs.Int64);

    /// <summary>Adds a ulong.</summary>
    public void UInt64(int column, in Assign<ulong> value) => Put(column, value, Codecs.UInt64);

    /// <summary>Adds a ulong?.</summary>
    public void UInt64OrNull(int column, in Assign<ulong?> value) => Put(column, value, NullableCodecs.UInt64);

    /// <summary>Adds a float.</summary>
    public void Single(int column, in Assign<float> value) => Put(column, value, Codecs.Single);

    /// <summary>Adds a float?.</summary>
    public void SingleOrNull(int column, in Assign<float?> value) => Put(column, value, NullableCodecs.Single);

    /// <summary>Adds a double.</summary>
    public void Double(int column, in Assign<double> value) => Put(column, value, Codecs.Double);

    /// <summary>Adds a double?.</summary>
    public void DoubleOrNull(int column, in Assign<double?> value) => Put(column, value, NullableCodecs.Double);

    /// <summary>Adds a decimal.</summary>
    public void Decimal(int column, in Assign<decimal> value, int places) => Put(column, value, Codecs.Decimal(places));

    /// <summary>Adds a decimal?.</summary>
    public void DecimalOrNull(int column, in Assign<decimal?> value, int places) => Put(column, value, NullableCodecs.Decimal(places));

    /// <summary>Adds a DateTime.</summary>
    public void DateTime(int column, in Assign<DateTime> value) => Put(column, value, Codecs.DateTime);

    /// <summary>Adds a DateTime?.</summary>
    public void DateTimeOrNull(int column, in Assign<DateTime?> value) => Put(column, value, NullableCodecs.DateTime);

    /// <summary>Adds a DateTimeOffset.</summary>
    public void DateTimeOffset(int column, in Assign<DateTimeOffset> value) => Put(column, value, Codecs.DateTimeOffset);

    /// <summary>Adds a DateTimeOffset?.</summary>
    public void DateTimeOffsetOrNull(int column, in Assign<DateTimeOffset?> value) => Put(column, value, NullableCodecs.DateTimeOffset);

    /// <summary>Adds a DateOnly.</summary>
    public void DateOnly(int column, in Assign<DateOnly> value) => Put(column, value, Codecs.DateOnly);

    /// <summary>Adds a DateOnly?.</summary>
    public void DateOnlyOrNull(int column, in Assign<DateOnly?> value) => Put(column, value, NullableCodecs.DateOnly);

    /// <summary>Adds a TimeOnly.</summary>
    public void TimeOnly(int column, in Assign<TimeOnly> value) => Put(column, value, Codecs.TimeOnly);

    /// <summary>Adds a TimeOnly?.</summary>
    public void TimeOnlyOrNull(int column, in Assign<TimeOnly?> value) => Put(column, value, NullableCodecs.TimeOnly);

    /// <summary>Adds a TimeSpan.</summary>
    public void TimeSpan(int column, in Assign<TimeSpan> value) => Put(column, value, Codecs.TimeSpan);

    /// <summary>Adds a TimeSpan?.</summary>
    public void TimeSpanOrNull(int column, in Assign<TimeSpan?> value) => Put(column, value, NullableCodecs.TimeSpan);

    /// <summary>Adds a Guid.</summary>
    public void Guid(int column, in Assign<Guid> value) => Put(column, value, Codecs.Guid);

    /// <summary>Adds a Guid?.</summary>
    public void GuidOrNull(int column, in Assign<Guid?> value) => Put(column, value, NullableCodecs.Guid);

    /// <summary>Adds a value of a type that only the app knows: an enum, JSON.</summary>
    public void Put<T>(int column, in Assign<T> value, Codec<T> codec)
    {
        if (!value.IsSet)
        {
            return;
        }

        if (value.IsExpression)
        {
            assignments.Add(new Assignment(column, value.Expression.Sql, value.Expression.Operand));
        }
        else if (IsSound(column, value.Value))
        {
            assignments.Add(new Assignment(column, null, codec.Encode(value.Value)));
        }
    }

    /// <summary>Refuses the changes if a value breaks a rule of the model.</summary>
    /// <exception cref="HiveValidationException">One does.</exception>
    internal void ThrowIfAny() => violations.ThrowIfAny(model?.Name ?? "");

    /// <summary>Whether the value keeps the rules: one that does not may have no encoding.</summary>
    private bool IsSound(int column, object? value)
    {
        if (model is null)
        {
            return true;
        }

        Violations own = default;
        model.Check(ref own, column, value);
        foreach (FieldError error in own.Errors)
        {
            violations.Add(error.Field, error.Message);
        }

        return !own.Any;
    }

    /// <summary>One assignment.</summary>
    /// <param name="Column">The index of the column in the model's columns.</param>
    /// <param name="Expression">SQL in which every <c>?</c> stands for the parameter; null when the parameter itself is the value.</param>
    /// <param name="Parameter">The parameter.</param>
    public readonly record struct Assignment(int Column, string? Expression, SqlValue Parameter);
}
