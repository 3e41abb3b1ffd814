using HiveGen.Queries;

namespace HiveGen;

/// <summary>A column of text, compared by code points as SQLite's BINARY and C#'s ordinal comparison of UTF-8 do.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public sealed class TextColumn<TRecord>(string name) : OrderedColumn<TRecord, string?>(name, Codecs.Text)
    where TRecord : class
{
    /// <summary>Begins with this text, as it stands: <c>%</c> and <c>_</c> are letters. Uses an index.</summary>
    public Filter<TRecord> StartsWith(string text) => Compare(FilterKind.StartsWith, SqlValue.From(text));

    /// <summary>Ends with this text, as it stands.</summary>
    public Filter<TRecord> EndsWith(string text) => Compare(FilterKind.EndsWith, SqlValue.From(text));

    /// <summary>Holds this text, as it stands.</summary>
    public Filter<TRecord> Contains(string text) => Compare(FilterKind.Contains, SqlValue.From(text));
}
