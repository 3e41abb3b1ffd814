namespace HiveGen.Adapters.MongoDb;

/// <summary>Why a server refused a command or one of its writes.</summary>
/// <param name="Code">Its code; 0 when it has none.</param>
/// <param name="Message">The server's words.</param>
/// <param name="IsTransient">Whether the server itself says that it will pass.</param>
internal readonly record struct MongoFailure(int Code, string Message, bool IsTransient = false);
