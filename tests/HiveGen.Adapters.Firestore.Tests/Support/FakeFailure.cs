namespace HiveGen.Tests;

/// <summary>What the stand-in answers instead of doing a request or a write.</summary>
internal sealed class FakeFailure(int code, string status, int http, string message) : Exception(message)
{
    public int Code => code;

    public string Status => status;

    public int Http => http;

    public static FakeFailure Invalid(string message) => new(3, "INVALID_ARGUMENT", 400, message);

    public static FakeFailure NotFound(string name) => new(5, "NOT_FOUND", 404, $"No document to update: {name}");

    public static FakeFailure Exists(string name) => new(6, "ALREADY_EXISTS", 409, $"Document already exists: {name}");

    public static FakeFailure Moved(string name) => new(9, "FAILED_PRECONDITION", 400, $"The stored version of {name} does not match the required base version.");
}
