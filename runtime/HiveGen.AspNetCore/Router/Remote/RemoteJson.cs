using System.Text.Json.Serialization;

namespace HiveGen.Router.Remote;

/// <summary>The bodies of a remote Hive, read strictly: what is missing, unknown or given twice is refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 8)]
[JsonSerializable(typeof(CursorChange))]
[JsonSerializable(typeof(CursorRequest))]
[JsonSerializable(typeof(SweepRequest))]
internal sealed partial class RemoteJson : JsonSerializerContext;
