namespace HiveGen.Dispatch;

/// <summary>
/// Puts items about in the order of their ids: what lies together in a target's index is written together, which saves a database a good part of its
/// work. Only about, because nothing but speed depends on it: eight characters tell most ids apart, and numbers are sorted faster than texts.
/// </summary>
internal static class IdOrder
{
    private const int Characters = sizeof(ulong);

    /// <summary>Sorts places of items, and their keys with them.</summary>
    /// <param name="places">Where the items are.</param>
    /// <param name="items">The items.</param>
    /// <param name="keys">Room for as many keys.</param>
    public static void Sort(Span<int> places, ReadOnlySpan<Outgoing> items, Span<ulong> keys)
    {
        if (places.Length < 2)
        {
            return;
        }

        int prefix = CommonPrefix(places, items);
        bool isSorted = true; // as full loads are
        for (int i = 0; i < places.Length; i++)
        {
            SqlValue id = items[places[i]].Item.Id;
            keys[i] = id.Kind == SqlKind.Integer ? (ulong)id.Int64 ^ (1UL << 63) : Key(id.Text.AsSpan(prefix));
            isSorted &= i == 0 || keys[i - 1] <= keys[i];
        }

        if (!isSorted)
        {
            keys[..places.Length].Sort(places);
        }
    }

    private static ulong Key(ReadOnlySpan<char> text)
    {
        ulong key = 0;
        for (int i = 0; i < Characters; i++)
        {
            key = (key << 8) | (i < text.Length ? Math.Min(text[i], (char)byte.MaxValue) : 0UL);
        }

        return key;
    }

    /// <summary>How many characters all ids begin with, such as those of the model's prefix; 0 for numbers.</summary>
    private static int CommonPrefix(ReadOnlySpan<int> places, ReadOnlySpan<Outgoing> items)
    {
        ReadOnlySpan<char> prefix = items[places[0]].Item.Id.Text;
        foreach (int place in places)
        {
            prefix = prefix[..prefix.CommonPrefixLength(items[place].Item.Id.Text)];
        }

        return prefix.Length;
    }
}
