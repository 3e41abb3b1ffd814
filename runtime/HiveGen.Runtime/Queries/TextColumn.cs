using HiveGen.Queries;

namespace HiveGen;

/// <summary>A column of text, compared by code points as SQLite's BINARY and C#'s ordinal comparison of UTF-8 do.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public sealed class TextColumn<TRecord>(string name) : OrderedColumn<TRecord, string?>(name, Codecs.Text)
    where TRecord : class
{
    /// <summary>Begins with this text, as it stands: <c>%</c> and <c>_</c> are letters. Uses an index. Never null.</summary>
    /// <exception cref="ArgumentException">The text is null or holds half a surrogate pair.</exception>
    public Filter<TRecord> StartsWith(string text)
    {
        TextRange.ThrowIfNoText(text, nameof(text));
        if (text.Length == 0)
        {
            return IsNotNull;
        }

        Filter<TRecord> from = Compare(FilterKind.GreaterOrEqual, SqlValue.From(text));
        return TextRange.End(text) is { } end ? from & Compare(FilterKind.Less, SqlValue.From(end)) : from;
    }

    /// <summary>Ends with this text, as it stands. Never null.</summary>
    /// <exception cref="ArgumentException">The text is null or holds half a surrogate pair.</exception>
    public Filter<TRecord> EndsWith(string text) => Search(FilterKind.EndsWith, text);

    /// <summary>Holds this text, as it stands. Never null.</summary>
    /// <exception cref="ArgumentException">The text is null or holds half a surrogate pair.</exception>
    public Filter<TRecord> Contains(string text) => Search(FilterKind.Contains, text);

    private Filter<TRecord> Search(FilterKind kind, string text)
    {
        TextRange.ThrowIfNoText(text, nameof(text));
        return text.Length == 0 ? IsNotNull : Compare(kind, SqlValue.From(text));
    }
}
