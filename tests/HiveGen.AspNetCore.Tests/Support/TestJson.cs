using System.Text.Json.Serialization;

namespace HiveGen.AspNetCore.Tests;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(UserSync))]
[JsonSerializable(typeof(ThingSync))]
internal sealed partial class TestJson : JsonSerializerContext;
