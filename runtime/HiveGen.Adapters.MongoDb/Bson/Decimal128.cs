namespace HiveGen.Adapters.MongoDb;

/// <summary>An IEEE 754 decimal of 128 bits in the binary form that MongoDB uses.</summary>
/// <param name="Low">The lower half of the coefficient.</param>
/// <param name="High">Sign, exponent and the rest of the coefficient.</param>
internal readonly record struct Decimal128(ulong Low, ulong High)
{
    private const int Bias = 6176;
    private const int ExponentShift = 49;
    private const ulong Sign = 1UL << 63;
    private const ulong ExponentMask = 0x3FFF;
    private const ulong CoefficientMask = (1UL << ExponentShift) - 1;
    private const ulong Special = 3UL << 61; // infinity, not a number, and coefficients that are none

    /// <summary>The very value: as many places as the decimal has.</summary>
    public static Decimal128 From(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        ulong low = (uint)bits[0] | (ulong)(uint)bits[1] << 32;
        ulong scale = (ulong)(bits[3] >> 16 & 0xFF);
        return new Decimal128(low, (uint)bits[2] | (Bias - scale) << ExponentShift | (bits[3] < 0 ? Sign : 0));
    }

    /// <summary>The very value.</summary>
    /// <exception cref="InvalidDataException">It has more digits than a decimal, or is no number.</exception>
    public decimal ToDecimal()
    {
        if ((High & Special) == Special)
        {
            throw new InvalidDataException("The server sent a decimal that is infinite, or no number.");
        }

        UInt128 coefficient = new(High & CoefficientMask, Low);
        int exponent = (int)(High >> ExponentShift & ExponentMask) - Bias;
        for (; exponent < -28 && coefficient != 0 && coefficient % 10 == 0; exponent++)
        {
            coefficient /= 10;
        }

        for (; exponent > 0 && coefficient != 0 && coefficient >> 96 == 0; exponent--)
        {
            coefficient *= 10;
        }

        exponent = coefficient == 0 ? Math.Clamp(exponent, -28, 0) : exponent;
        if (exponent is < -28 or > 0 || coefficient >> 96 != 0)
        {
            throw new InvalidDataException("The server sent a decimal with more digits than .NET's can hold.");
        }

        return new decimal((int)(uint)coefficient, (int)(uint)(coefficient >> 32), (int)(uint)(coefficient >> 64), (High & Sign) != 0, (byte)-exponent);
    }
}
