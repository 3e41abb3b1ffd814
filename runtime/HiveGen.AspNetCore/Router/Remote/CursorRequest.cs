namespace HiveGen.Router.Remote;

/// <summary>The body of <c>/sync/cursor</c>.</summary>
/// <param name="Home">The Hive.</param>
/// <param name="Cursor">How its cursor moves; null to read it.</param>
internal sealed record CursorRequest(string Home, CursorChange? Cursor = null);
