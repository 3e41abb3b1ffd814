using System.Text.Json;
using HiveGen.Security;
using HiveGen.Targets;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router.Remote;

/// <summary>Tells a remote Hive what this router takes, so that a difference shows before anything is sent.</summary>
internal sealed class ModelsCall(SyncModels models, TargetSender sender, LiveSyncOptions live) : RemoteCall
{
    /// <summary>Raised when a sender of before could not speak to this router any more.</summary>
    public const int Protocol = 1;

    public override async ValueTask<SyncProblem?> RunAsync(ReadOnlyMemory<byte> body, Utf8JsonWriter answer, HttpContext caller)
    {
        await sender.PrepareAsync(caller).ConfigureAwait(false);
        answer.WriteNumber("protocol"u8, Protocol);
        answer.WriteBoolean("remembersCursor"u8, sender.RemembersCursor);
        answer.WriteBoolean("canVerify"u8, sender.CanVerify);
        answer.WriteNumber("maxRecords"u8, live.Current.MaxBatchRecords);
        answer.WriteNumber("maxBytes"u8, live.Current.MaxBatchBodyBytes);
        answer.WriteStartObject("models"u8);
        foreach (RecordReader reader in models.All)
        {
            answer.WriteStartArray(reader.Model.Name);
            foreach (SyncField field in reader.Model.Fields)
            {
                answer.WriteStringValue(field.Name);
            }

            answer.WriteEndArray();
        }

        answer.WriteEndObject();
        return null;
    }
}
