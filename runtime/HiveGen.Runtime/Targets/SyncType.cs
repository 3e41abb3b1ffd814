namespace HiveGen.Targets;

/// <summary>The types of synced fields, from which every adapter derives its own.</summary>
public enum SyncType
{
    /// <summary>string.</summary>
    Text,

    /// <summary>bool.</summary>
    Bool,

    /// <summary>Whole numbers of up to 32 bits.</summary>
    Int32,

    /// <summary>Whole numbers of up to 64 bits.</summary>
    Int64,

    /// <summary>float and double.</summary>
    Double,

    /// <summary>decimal; <see cref="SyncField.Scale"/> says its places.</summary>
    Decimal,

    /// <summary>DateTime and DateTimeOffset.</summary>
    Timestamp,

    /// <summary>DateOnly.</summary>
    Date,

    /// <summary>TimeOnly.</summary>
    Time,

    /// <summary>TimeSpan.</summary>
    Duration,

    /// <summary>Guid.</summary>
    Guid,

    /// <summary>byte[].</summary>
    Blob,

    /// <summary>An enum, by the names of its values.</summary>
    Enum,

    /// <summary>A JSON value.</summary>
    Json,
}
