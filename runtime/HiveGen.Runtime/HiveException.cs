namespace HiveGen;

/// <summary>The base of every exception HiveGen throws on purpose.</summary>
public class HiveException : Exception
{
    /// <summary>An exception with this message.</summary>
    public HiveException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with this message and cause.</summary>
    public HiveException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
