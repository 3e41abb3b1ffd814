namespace HiveGen.Router;

/// <summary>The names of the members of a sync body.</summary>
internal static class MemberNames
{
    /// <summary>The member of this name.</summary>
    public static Members Of(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual("model"u8) => Members.Model,
        _ when name.SequenceEqual("operation"u8) => Members.Operation,
        _ when name.SequenceEqual("data"u8) => Members.Data,
        _ when name.SequenceEqual("recordId"u8) => Members.RecordId,
        _ when name.SequenceEqual("timestamp"u8) => Members.Timestamp,
        _ when name.SequenceEqual("version"u8) => Members.Version,
        _ when name.SequenceEqual("home"u8) => Members.Home,
        _ when name.SequenceEqual("records"u8) => Members.Records,
        _ when name.SequenceEqual("cursor"u8) => Members.Cursor,
        _ when name.SequenceEqual("idempotencyKey"u8) => Members.IdempotencyKey,
        _ => Members.None,
    };

    /// <summary>Their names, for a message.</summary>
    public static string List(Members members) => members switch
    {
        Members.Single => "model, operation, data, recordId, timestamp, version, home, idempotencyKey",
        Members.Batch => "model, operation, records, timestamp, home, cursor, idempotencyKey",
        _ => "recordId, data, version",
    };
}
