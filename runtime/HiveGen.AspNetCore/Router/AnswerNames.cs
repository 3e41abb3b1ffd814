using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Router;

/// <summary>What stands in nearly every answer, encoded once.</summary>
internal static class AnswerNames
{
    public static readonly JsonEncodedText Success = JsonEncodedText.Encode("success");
    public static readonly JsonEncodedText Model = JsonEncodedText.Encode("model");
    public static readonly JsonEncodedText Operation = JsonEncodedText.Encode("operation");
    public static readonly JsonEncodedText RecordId = JsonEncodedText.Encode("recordId");
    public static readonly JsonEncodedText SyncedAt = JsonEncodedText.Encode("syncedAt");
    private static readonly JsonEncodedText Create = JsonEncodedText.Encode("create");
    private static readonly JsonEncodedText Update = JsonEncodedText.Encode("update");
    private static readonly JsonEncodedText Delete = JsonEncodedText.Encode("delete");

    /// <summary>The name of an operation.</summary>
    public static JsonEncodedText Of(SyncOperation operation) => operation switch
    {
        SyncOperation.Create => Create,
        SyncOperation.Update => Update,
        _ => Delete,
    };
}
