using System.Text.Json;
using System.Text.Unicode;
using HiveGen.Router.Remote;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router;

/// <summary>
/// Reads a body, whatever the order of its members, and refuses what does not belong there. What is wrong with one record is noted
/// with that record. One for one body.
/// </summary>
internal ref partial struct EnvelopeReader
{
    private const int MaxErrors = 20; // a body full of nonsense must not become an answer of the same size
    public const long MaxVersion = (1L << 53) - 1;

    private readonly HiveSyncOptions options;
    private readonly SyncModels models;
    private readonly SyncRequest request;
    private readonly ReadOnlySpan<byte> body;
    private Utf8JsonReader reader;
    private SyncProblem? problem;

    private EnvelopeReader(ReadOnlySpan<byte> body, HiveSyncOptions options, SyncModels models, SyncRequest request)
    {
        this.options = options;
        this.models = models;
        this.request = request;
        this.body = body;
        reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = options.MaxDepth });
    }

    /// <summary>Fills the request; what is wrong with the body as a whole, or null.</summary>
    public static SyncProblem? Read(ReadOnlySpan<byte> body, HiveSyncOptions options, SyncModels models, SyncRequest request)
    {
        if (body.IsEmpty)
        {
            return new SyncProblem(StatusCodes.Status400BadRequest, "The body is empty; send JSON.");
        }

        if (!Utf8.IsValid(body))
        {
            return new SyncProblem(StatusCodes.Status400BadRequest, "The body is not UTF-8.");
        }

        try
        {
            return StringLimit.Find(body, options.MaxStringBytes, options.MaxDepth)
                ?? new EnvelopeReader(body, options, models, request).Read();
        }
        catch (JsonException e)
        {
            return new SyncProblem(StatusCodes.Status400BadRequest, $"The body is not valid JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}. {Reason(e)}");
        }
    }

    private static string Reason(JsonException e) => JsonText.Shown(e.Message.Split(" LineNumber:")[0]);

    private SyncProblem? Read()
    {
        bool batch = request.Batch;
        SyncEntry entry = default;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            reader.Read();
            return new SyncProblem(StatusCodes.Status400BadRequest, "The body must be a JSON object.");
        }

        Members seen = ReadMembers(batch ? Members.Batch : Members.Single, ref entry);
        if (problem is not null)
        {
            return problem;
        }

        reader.Read(); // finds what follows the object
        Require(ref entry.Violations, seen, Members.Model, "model");
        Require(ref entry.Violations, seen, Members.Operation, "operation");
        if (batch)
        {
            Require(ref entry.Violations, seen, Members.Records, "records");
            if (request.Cursor is not null && request.Home is null)
            {
                entry.Violations.Add("home", "is required where there is a cursor: the id of the Hive that sends it.");
            }
        }
        else
        {
            Require(ref entry.Violations, seen, Members.RecordId, "recordId");
            request.Entries.Add(entry);
        }

        if (!entry.Violations.Any)
        {
            ReadLateData();
            return null;
        }

        problem = SyncProblem.Invalid(entry.Violations.Errors);
        bool unknownModel = request.Model is not null && request.Reader is null;
        return problem with { RecordId = entry.RecordId, Code = unknownModel ? SyncProblem.UnknownModel : problem.Code };
    }

    private static void Require(ref Violations violations, Members seen, Members member, string name)
    {
        if ((seen & member) == 0)
        {
            violations.Add(name, Check.RequiredMessage);
        }
    }

    private Members ReadMembers(Members allowed, ref SyncEntry entry)
    {
        Members seen = Members.None;
        while (problem is null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = JsonText.Name(ref reader);
            Members member = MemberNames.Of(name) & allowed;
            string? wrong = member == Members.None ? $"is unknown here. Known are {MemberNames.List(allowed)}." : (seen & member) != 0 ? "is given twice." : null;
            if (wrong is not null && entry.Violations.Errors.Count < MaxErrors)
            {
                entry.Violations.Add(JsonText.Shown(name), wrong);
            }

            seen |= member;
            reader.Read();
            ReadMember(member, ref entry);
        }

        return seen;
    }

    private void ReadMember(Members member, ref SyncEntry entry)
    {
        switch (member)
        {
            case Members.Model:
                ReadModel(ref entry.Violations);
                break;
            case Members.Operation:
                ReadOperation(ref entry.Violations);
                break;
            case Members.RecordId:
                entry.RecordId = ReadText("recordId", ref entry.Violations);
                break;
            case Members.Data:
                ReadData(ref entry);
                break;
            case Members.Timestamp:
                CheckTimestamp(ref entry.Violations);
                break;
            case Members.Version:
                entry.Version = ReadVersion(ref entry.Violations);
                break;
            case Members.Home:
                request.Home = reader.TokenType == JsonTokenType.Null ? null : ReadText("home", ref entry.Violations);
                CheckHome(ref entry.Violations);
                break;
            case Members.Records:
                ReadRecords(ref entry.Violations);
                break;
            case Members.IdempotencyKey:
                ReadKey(ref entry.Violations);
                break;
            case Members.Cursor:
                request.Cursor = CursorReader.Read(ref reader, ref entry.Violations);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private void ReadRecords(ref Violations violations)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            violations.Add("records", "must be an array.");
            reader.Skip();
            return;
        }

        while (problem is null && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (request.Entries.Count == options.MaxBatchRecords)
            {
                problem = new SyncProblem(StatusCodes.Status413PayloadTooLarge, $"records holds more than {options.MaxBatchRecords}, the most of one batch. Send several batches.");
                return;
            }

            request.Entries.Add(ReadRecord());
        }
    }

    private SyncEntry ReadRecord()
    {
        SyncEntry entry = default;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            Require(ref entry.Violations, ReadMembers(Members.Record, ref entry), Members.RecordId, "recordId");
        }
        else
        {
            entry.Violations.Add("records", "must hold objects.");
            reader.Skip();
        }

        return entry;
    }
}
