using System.Text.Json;

namespace HiveGen.Adapters.Turso.Hrana;

/// <summary>An error of the server.</summary>
/// <param name="Code">Its kind, such as <c>SQLITE_CONSTRAINT</c>; empty where it has none.</param>
/// <param name="Message">The server's words.</param>
internal sealed record HranaError(string Code, string Message)
{
    /// <summary>Reads one; null for null.</summary>
    public static HranaError? Of(JsonElement error) => error.ValueKind == JsonValueKind.Null ? null
        : new HranaError(
            error.TryGetProperty("code"u8, out JsonElement code) && code.ValueKind == JsonValueKind.String ? code.GetString()! : "",
            error.TryGetProperty("message"u8, out JsonElement message) ? message.GetString()! : "no words");
}
