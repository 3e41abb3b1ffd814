using System.Text.Json.Serialization;

namespace HiveGen.Router.Remote;

/// <summary>The bodies of a remote Hive, read strictly: what is missing, unknown or given twice is refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(RowIdConverter)],
    MaxDepth = 8)]
[JsonSerializable(typeof(CursorChange))]
[JsonSerializable(typeof(CursorRequest))]
[JsonSerializable(typeof(DigestRequest))]
[JsonSerializable(typeof(RowsRequest))]
[JsonSerializable(typeof(SweepRequest))]
internal sealed partial class RemoteJson : JsonSerializerContext;
