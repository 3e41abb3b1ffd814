using System.Text.Json.Serialization;

namespace HiveGen.TestModels;

[JsonSerializable(typeof(Address))]
[JsonSerializable(typeof(List<string>))]
public sealed partial class TestJson : JsonSerializerContext;
