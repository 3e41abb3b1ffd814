using HiveGen.Targets;

namespace HiveGen.Router.Remote;

/// <summary>The member <c>cursor</c>: where a remote Hive left its cursor, and where it goes. Both the same: it is only checked.</summary>
/// <param name="From">Where it was left; null when there was none.</param>
/// <param name="To">Where it goes.</param>
internal sealed record CursorChange(TargetCursor? From, TargetCursor To)
{
    private const int MaxSession = 64;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Wrong() => (From is null ? null : Wrong(From)) ?? Wrong(To);

    private static string? Wrong(TargetCursor cursor)
        => cursor.Session.Length is 0 or > MaxSession || cursor.Session.AsSpan().ContainsAnyExceptInRange('!', '~') ? $"session must be 1 to {MaxSession} visible ASCII characters."
            : cursor.Seq is < 0 or > SyncVersion.MaxSeq ? $"seq must be from 0 to {SyncVersion.MaxSeq}."
            : cursor.Epoch is < 0 or > SyncVersion.MaxEpoch ? $"epoch must be from 0 to {SyncVersion.MaxEpoch}."
            : cursor.High is < 0 or > SyncVersion.MaxSeq ? $"high must be from 0 to {SyncVersion.MaxSeq}."
            : null;
}
