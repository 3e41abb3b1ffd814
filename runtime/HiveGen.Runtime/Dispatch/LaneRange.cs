namespace HiveGen.Dispatch;

/// <summary>The items of one lane in one phase of a window, from <paramref name="Start"/> up to, but without <paramref name="End"/>.</summary>
internal readonly record struct LaneRange(int Start, int End);
