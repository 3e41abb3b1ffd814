namespace HiveGen;

/// <summary>What a step of a migration does.</summary>
public enum MigrationStepKind
{
    /// <summary>Brings the Hive's own tables to this version's format.</summary>
    Bookkeeping,

    /// <summary>Drops an index or a capture trigger that the models no longer have, or have in another shape.</summary>
    DropObject,

    /// <summary>Gives a table its new name.</summary>
    RenameTable,

    /// <summary>Gives a column its new name.</summary>
    RenameColumn,

    /// <summary>Makes the table of a new model.</summary>
    CreateTable,

    /// <summary>Adds a column to a table.</summary>
    AddColumn,

    /// <summary>Changes values that the new type of a column cannot hold, in a table that stays as it is.</summary>
    ChangeValues,

    /// <summary>Copies a table into one of the new shape, which takes its place.</summary>
    RebuildTable,

    /// <summary>Drops the table of a model that is gone.</summary>
    DropTable,

    /// <summary>Makes an index or a capture trigger.</summary>
    CreateObject,
}
