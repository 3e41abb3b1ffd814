using System.Text.Json;

namespace HiveGen.Router.Remote;

/// <summary>Reads the member <c>cursor</c> of a batch.</summary>
internal static class CursorReader
{
    /// <summary>The change; null, with a violation unless it is JSON null, when there is none. The reader is left at its end.</summary>
    public static CursorChange? Read(ref Utf8JsonReader reader, ref Violations violations)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Utf8JsonReader start = reader;
        reader.Skip();
        try
        {
            CursorChange change = JsonSerializer.Deserialize(ref start, RemoteJson.Default.CursorChange)!;
            if (change.Wrong() is not { } wrong)
            {
                return change;
            }

            violations.Add("cursor", wrong);
        }
        catch (JsonException)
        {
            violations.Add("cursor", "must be {from, to}, where from may be null and both are {session, seq, epoch, high}.");
        }

        return null;
    }
}
