using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Generator.Tests;

/// <summary>Keeps the fields that a model writes, and gives them back: what every adapter does with its database in between.</summary>
internal sealed class FieldBox(int fields)
{
    private readonly object?[] values = new object?[fields];
    private readonly List<int> order = [];

    public IReadOnlyList<object?> Values => values;

    public IReadOnlyList<int> Order => order;

    public FieldSink Sink => new Into(this);

    public FieldSource Source => new From(this);

    private void Put(int field, object? value)
    {
        values[field] = value;
        order.Add(field);
    }

    private sealed class Into(FieldBox box) : FieldSink
    {
        protected override void Null(int field) => box.Put(field, null);

        protected override void Text(int field, string value) => box.Put(field, value);

        protected override void Bool(int field, bool value) => box.Put(field, value);

        protected override void Int64(int field, long value) => box.Put(field, value);

        protected override void Double(int field, double value) => box.Put(field, value);

        protected override void Decimal(int field, decimal value, int scale) => box.Put(field, (value, scale));

        protected override void Timestamp(int field, long micros) => box.Put(field, ("timestamp", micros));

        protected override void Date(int field, DateOnly value) => box.Put(field, value);

        protected override void Time(int field, long micros) => box.Put(field, ("time", micros));

        protected override void Duration(int field, long micros) => box.Put(field, ("duration", micros));

        protected override void Guid(int field, Guid value) => box.Put(field, value);

        protected override void Blob(int field, byte[] value) => box.Put(field, value);

        protected override void Enum(int field, string name) => box.Put(field, ("enum", name));

        protected override void Json(int field, JsonElement value) => box.Put(field, value);
    }

    private sealed class From(FieldBox box) : FieldSource
    {
        public override string? Text(int field) => (string?)box.values[field];

        public override bool? Bool(int field) => (bool?)box.values[field];

        public override long? Int64(int field) => (long?)box.values[field];

        public override double? Double(int field) => (double?)box.values[field];

        public override decimal? Decimal(int field, int scale)
        {
            (decimal, int)? stored = ((decimal, int)?)box.values[field];
            Assert.True(stored is not var (_, places) || places == scale);
            return stored?.Item1;
        }

        public override long? Timestamp(int field) => (((string, long)?)box.values[field])?.Item2;

        public override DateOnly? Date(int field) => (DateOnly?)box.values[field];

        public override long? Time(int field) => (((string, long)?)box.values[field])?.Item2;

        public override long? Duration(int field) => (((string, long)?)box.values[field])?.Item2;

        public override Guid? Guid(int field) => (Guid?)box.values[field];

        public override byte[]? Blob(int field) => (byte[]?)box.values[field];

        public override string? Enum(int field) => (((string, string)?)box.values[field])?.Item2;

        public override JsonElement? Json(int field) => (JsonElement?)box.values[field];
    }
}
