using System.Text.Json.Serialization.Metadata;
using HiveGen.Json;

namespace HiveGen.Targets;

/// <summary>A type of the app's that is JSON. Its metadata is asked for late: the app's context may not be ready while models are made.</summary>
internal sealed class FieldJsonType<T>(Func<JsonTypeInfo<T>> info) : FieldType
{
    public override void Check(ref Violations violations, string field, in FieldValue value) => JsonText.Check(ref violations, field, value.Json, info());
}
