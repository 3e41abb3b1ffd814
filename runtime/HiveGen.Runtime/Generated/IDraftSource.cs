namespace HiveGen.Generated;

/// <summary>What a draft reads its values from: a generated model, whatever the type of its records.</summary>
internal interface IDraftSource
{
    string Name { get; }

    /// <summary>What new text ids begin with.</summary>
    string? Prefix { get; }

    FieldValue Get(object record, int column);
}
