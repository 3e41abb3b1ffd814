using System.ComponentModel;

namespace HiveGen.Targets;

/// <summary>
/// The cursor of a target that cannot write it together with the data: it follows the data, at most once a second. For adapters,
/// which call <see cref="FlushAsync"/> from <see cref="HiveTarget.FlushCursorAsync"/>. Thread-safe.
/// </summary>
/// <param name="clock">Measures the second.</param>
/// <param name="store">
/// Moves the stored cursor from <see cref="CursorMove.From"/> to <see cref="CursorMove.To"/>, or throws a conflict. One that is at
/// <see cref="CursorMove.To"/> already is no conflict: the answer of an earlier try was lost.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FollowingCursor(TimeProvider clock, Func<CursorMove, CancellationToken, ValueTask> store)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);

    /// <summary>Moves the cursor: at once when another session or epoch writes or a second has passed, else later.</summary>
    /// <exception cref="TargetException">The target did not store it, or it is not where it was left.</exception>
    public async ValueTask MoveAsync(CursorMove move, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Who does not go on from where we are has looked at the target itself.
            bool known = places.TryGetValue(move.Hive, out Place place) && TargetCursor.SamePlace(place.Ahead, move.From);
            TargetCursor? stored = known ? place.Stored : move.From;
            bool claims = stored is null || stored.Session != move.To.Session || stored.Epoch != move.To.Epoch;
            if (!known || claims || clock.GetElapsedTime(place.StoredAt) >= Interval)
            {
                await StoreAsync(new CursorMove(move.Hive, stored, move.To), cancellationToken).ConfigureAwait(false);
            }
            else
            {
                places[move.Hive] = place with { Ahead = move.To };
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Sees to it that the stored cursor is where a Hive left it, by storing it there.</summary>
    /// <exception cref="TargetException">As in <see cref="MoveAsync"/>.</exception>
    public async ValueTask CheckAsync(string hive, TargetCursor at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            bool known = places.TryGetValue(hive, out Place place) && TargetCursor.SamePlace(place.Ahead, at);
            await StoreAsync(new CursorMove(hive, known ? place.Stored : at, at), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Stores what is not stored yet.</summary>
    /// <exception cref="TargetException">As in <see cref="MoveAsync"/>.</exception>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach ((string hive, Place place) in places.ToArray())
            {
                if (place.Stored != place.Ahead)
                {
                    await StoreAsync(new CursorMove(hive, place.Stored, place.Ahead), cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private async ValueTask StoreAsync(CursorMove move, CancellationToken cancellationToken)
    {
        await store(move, cancellationToken).ConfigureAwait(false);
        places[move.Hive] = new Place(move.To, move.To, clock.GetTimestamp());
    }

    /// <summary>Where a Hive's cursor is.</summary>
    /// <param name="Stored">At the target.</param>
    /// <param name="Ahead">What the sender was told.</param>
    /// <param name="StoredAt">When it was stored last.</param>
    private readonly record struct Place(TargetCursor Stored, TargetCursor Ahead, long StoredAt);
}
