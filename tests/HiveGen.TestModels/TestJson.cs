using System.Text.Json.Serialization;

namespace HiveGen.TestModels;

[JsonSerializable(typeof(Address))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(Spot))]
public sealed partial class TestJson : JsonSerializerContext;
