using System.Buffers;
using System.Globalization;

namespace HiveGen.Queries;

/// <summary>SQL under construction, on the stack while it is short. Dispose it on the same stack frame.</summary>
internal ref struct SqlBuilder
{
    /// <summary>What callers put on the stack: enough for most statements.</summary>
    public const int StackSize = 512;

    private Span<char> chars;
    private char[]? rented;
    private int length;

    public SqlBuilder(Span<char> buffer)
    {
        chars = buffer;
        rented = null;
        length = 0;
    }

    /// <summary>The text so far.</summary>
    public readonly ReadOnlySpan<char> Text => chars[..length];

    public void Append(char c)
    {
        if (length == chars.Length)
        {
            Grow(1);
        }

        chars[length++] = c;
    }

    public void Append(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > chars.Length - length)
        {
            Grow(text.Length);
        }

        text.CopyTo(chars[length..]);
        length += text.Length;
    }

    /// <summary>A name in quotes.</summary>
    public void AppendName(string name)
    {
        Append('"');
        Append(name);
        Append('"');
    }

    /// <summary>A numbered parameter: <c>?3</c>.</summary>
    public void AppendParameter(int number)
    {
        Append('?');
        Span<char> digits = stackalloc char[11];
        _ = number.TryFormat(digits, out int written, default, CultureInfo.InvariantCulture); // 11 characters hold every int
        Append(digits[..written]);
    }

    public void Dispose()
    {
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
            rented = null;
        }
    }

    private void Grow(int more)
    {
        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(chars.Length * 2, length + more));
        chars[..length].CopyTo(larger);
        Dispose();
        chars = rented = larger;
    }
}
