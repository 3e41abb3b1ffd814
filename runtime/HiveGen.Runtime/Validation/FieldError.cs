namespace HiveGen;

/// <summary>What is wrong with one field, in words that say how to mend it.</summary>
/// <param name="Field">The field as the caller spells it: the C# property in the client, the JSON name on the wire.</param>
/// <param name="Message">What is expected and what came.</param>
public sealed record FieldError(string Field, string Message);
