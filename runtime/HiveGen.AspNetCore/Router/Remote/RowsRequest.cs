namespace HiveGen.Router.Remote;

/// <summary>The body of <c>/sync/rows</c>: rows of buckets, or of ids. What is missing is told by its name.</summary>
/// <param name="Model">The model's sync name.</param>
/// <param name="Home">The Hive whose rows are read.</param>
/// <param name="Layout">What the caller's hashes are made of.</param>
/// <param name="Buckets">How many buckets; only with <paramref name="Wanted"/>.</param>
/// <param name="Wanted">The buckets whose rows are wanted.</param>
/// <param name="Ids">The ids whose rows are wanted.</param>
internal sealed record RowsRequest(string? Model = null, string? Home = null, string? Layout = null, int? Buckets = null, int[]? Wanted = null, SqlValue[]? Ids = null);
