using System.Buffers.Text;

namespace HiveGen.Router;

/// <summary>Tells whether a JSON number becomes a decimal without rounding: .NET's parsers round in silence.</summary>
internal static class DecimalText
{
    private const int MaxDigits = 28;

    /// <summary>Whether it has at most 28 digits and 28 decimal places, zeros at either end aside.</summary>
    public static bool IsExact(ReadOnlySpan<byte> number)
    {
        int exponent = 0;
        int e = number.IndexOfAny((byte)'e', (byte)'E');
        if (e >= 0)
        {
            ReadOnlySpan<byte> power = number[(e + 1)..];
            power = power[0] == '+' ? power[1..] : power;
            if (!Utf8Parser.TryParse(power, out exponent, out int read) || read != power.Length)
            {
                return false;
            }

            number = number[..e];
        }

        int digits = 0, zeros = 0, fraction = 0;
        bool point = false;
        foreach (byte c in number)
        {
            if (c is < (byte)'0' or > (byte)'9')
            {
                point |= c == '.';
                continue;
            }

            fraction += point ? 1 : 0;
            zeros = c == '0' ? zeros + 1 : 0;
            digits += digits > 0 || c != '0' ? 1 : 0;
        }

        zeros = Math.Min(zeros, digits); // those at the end, which carry nothing
        return digits == 0 || (digits - zeros <= MaxDigits && (long)fraction - zeros - exponent <= MaxDigits);
    }
}
