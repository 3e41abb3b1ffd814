namespace HiveGen.Generated;

/// <summary>What a record is made for.</summary>
internal enum DraftStage
{
    /// <summary>For hooks to work on: a copy with an id.</summary>
    Hooks,

    /// <summary>As it will be stored and read back.</summary>
    Stored,

    /// <summary>As it is, with the id that SQLite assigned.</summary>
    Numbered,
}
