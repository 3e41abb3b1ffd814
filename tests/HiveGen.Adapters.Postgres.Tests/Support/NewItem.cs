namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>Items that are said to be new.</summary>
public static class NewItem
{
    /// <summary>A whole note.</summary>
    public static SyncItem Note(string id, long version, string title = "title") => Items.Note(id, version, title) with { IsNew = true };
}
