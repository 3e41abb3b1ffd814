using System.Runtime.InteropServices;
using System.Text.Json;
using HiveGen.Router.Remote;
using HiveGen.Targets;

namespace HiveGen.Router;

/// <content>The values of the single members.</content>
internal ref partial struct EnvelopeReader
{
    private string? ReadText(string name, ref Violations violations)
    {
        if (reader.TokenType == JsonTokenType.String && JsonText.TryGet(ref reader, out string text) && text.Length > 0)
        {
            return text;
        }

        violations.Add(name, reader.TokenType switch
        {
            JsonTokenType.String when reader.ValueSpan.IsEmpty => "must not be empty.",
            JsonTokenType.String => "holds half a surrogate pair, which is no Unicode text.",
            _ => "must be a string.",
        });
        reader.Skip();
        return null;
    }

    private void ReadModel(ref Violations violations)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && models.Find(reader.ValueSpan) is { } known)
        {
            (request.Model, request.Reader) = (known.Model.Name, known);
            return;
        }

        request.Model = ReadText("model", ref violations);
        request.Reader = request.Model is { } model ? models.Find(model, ref violations) : null;
    }

    private void ReadOperation(ref Violations violations)
    {
        request.OperationName = reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped ? ReadText("operation", ref violations)
            : reader.ValueTextEquals("create"u8) ? "create"
            : reader.ValueTextEquals("update"u8) ? "update"
            : reader.ValueTextEquals("delete"u8) ? "delete"
            : ReadText("operation", ref violations);
        switch (request.OperationName)
        {
            case "create":
                request.Operation = SyncOperation.Create;
                break;
            case "update":
                request.Operation = SyncOperation.Update;
                break;
            case "delete":
                request.Operation = SyncOperation.Delete;
                break;
            case { } name:
                violations.Add("operation", $"'{JsonText.Shown(name)}' is unknown. Known are create, update, delete.");
                break;
        }
    }

    private void ReadKey(ref Violations violations)
    {
        request.IdempotencyKey = reader.TokenType == JsonTokenType.Null ? null : ReadText("idempotencyKey", ref violations);
        if (request.IdempotencyKey is { } key && !RepeatedRequests.IsKey(key))
        {
            violations.Add("idempotencyKey", RepeatedRequests.KeyRule);
        }
    }

    private void ReadData(ref SyncEntry entry)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
        {
            entry.Violations.Add("data", "must be an object.");
            reader.Skip();
            return;
        }

        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        entry.Data = (int)reader.TokenStartIndex;
        if (request.Reader is { } model)
        {
            model.Read(ref reader, body, 0, ref entry);
        }
        else
        {
            reader.Skip();
        }
    }

    // Of members that stood before the model's name.
    private readonly void ReadLateData()
    {
        foreach (ref SyncEntry entry in CollectionsMarshal.AsSpan(request.Entries))
        {
            if (entry.Data > 0 && entry.Record is null && !entry.DataViolations.Any)
            {
                Utf8JsonReader again = new(body[entry.Data..], new JsonReaderOptions { MaxDepth = options.MaxDepth });
                again.Read();
                request.Reader!.Read(ref again, body[entry.Data..], entry.Data, ref entry);
            }
        }
    }

    private void CheckTimestamp(ref Violations violations)
    {
        bool fits = reader.TokenType is JsonTokenType.Number or JsonTokenType.Null
            || (reader.TokenType == JsonTokenType.String && JsonText.IsUnicode(ref reader) && reader.TryGetDateTimeOffset(out _));
        if (!fits)
        {
            violations.Add("timestamp", "must be a time: ISO 8601 text, or a number of milliseconds since 1970.");
        }

        reader.Skip();
    }

    private long? ReadVersion(ref Violations violations)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long version) && version is > 0 and <= MaxVersion)
        {
            return version;
        }

        violations.Add("version", $"must be a whole number from 1 to {MaxVersion}.");
        reader.Skip();
        return null;
    }

    private readonly void CheckHome(ref Violations violations)
    {
        if (request.Home is { } home)
        {
            HomeName.Check(home, models, ref violations);
        }
    }
}
