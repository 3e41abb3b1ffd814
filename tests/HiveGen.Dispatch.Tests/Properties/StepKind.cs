namespace HiveGen.Tests;

public enum StepKind
{
    AddAuthor,
    SetAuthor,
    RemoveAuthor,
    ReplaceAuthor,
    AddBook,
    RemoveBook,
    AddMany,

    /// <summary>The clock goes on.</summary>
    Wait,

    /// <summary>The app stops and starts.</summary>
    Restart,
}
