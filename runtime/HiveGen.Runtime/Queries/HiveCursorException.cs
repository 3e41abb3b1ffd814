namespace HiveGen;

/// <summary>A page's cursor is malformed, or of another model or order. On the wire this is the caller's mistake: 400.</summary>
public sealed class HiveCursorException(string message) : HiveException(message);
