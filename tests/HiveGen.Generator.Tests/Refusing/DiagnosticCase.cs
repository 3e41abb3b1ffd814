namespace HiveGen.Generator.Tests;

/// <summary>Code that is refused: <c>{|…|}</c> marks where.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Message">The message.</param>
/// <param name="Source">The code.</param>
internal sealed record DiagnosticCase(string Id, string Message, string Source);
