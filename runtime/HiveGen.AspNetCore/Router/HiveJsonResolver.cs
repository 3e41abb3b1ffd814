using System.Text.Json.Serialization.Metadata;

namespace HiveGen.Router;

/// <summary>The JSON metadata of the models of one assembly.</summary>
/// <param name="Resolver">Emitted by the generator.</param>
internal sealed record HiveJsonResolver(IJsonTypeInfoResolver Resolver);
