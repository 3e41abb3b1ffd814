namespace HiveGen.Adapters.MySql;

/// <summary>An error of the database itself.</summary>
/// <param name="number">MySQL's number; 0 where there is none.</param>
/// <param name="message">The database's words.</param>
/// <param name="innerException">What the driver threw.</param>
internal sealed class MySqlRefusal(int number, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>MySQL's number of the error.</summary>
    public int Number { get; } = number;

    /// <summary>The kind that Vitess gives its errors, such as <c>Unavailable</c>; null elsewhere.</summary>
    public string? Kind { get; init; }
}
