namespace HiveGen.Router.Remote;

/// <summary>The body of <c>/sync/digest</c>. Every member is required; what is missing is told by its name.</summary>
/// <param name="Model">The model's sync name.</param>
/// <param name="Home">The Hive whose rows are read.</param>
/// <param name="Layout">What the caller's hashes are made of.</param>
/// <param name="Buckets">How many buckets.</param>
internal sealed record DigestRequest(string? Model = null, string? Home = null, string? Layout = null, int? Buckets = null);
