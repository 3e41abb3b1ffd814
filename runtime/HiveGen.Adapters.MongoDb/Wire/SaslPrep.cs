using System.Text;
using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Brings a password into the form that SCRAM hashes (RFC 4013), so that one typed elsewhere is the same.</summary>
internal static class SaslPrep
{
    /// <summary>The password as it is hashed.</summary>
    /// <exception cref="TargetException">It holds what no password may, or cannot be normalised in this app.</exception>
    public static string Of(string password)
    {
        if (Ascii.IsValid(password))
        {
            return password.AsSpan().ContainsAnyInRange('\0', '\x1F') || password.Contains('\x7F', StringComparison.Ordinal) ? throw Refused("control characters") : password;
        }

        // With InvariantGlobalization a ligature stays one, silently.
        if ("\uFB01".Normalize(NormalizationForm.FormKC) != "fi")
        {
            throw Refused("letters beyond ASCII, which this app cannot normalise: it runs with InvariantGlobalization. Turn that off");
        }

        string prepared = Map(password).Normalize(NormalizationForm.FormKC);
        foreach (Rune rune in prepared.EnumerateRunes())
        {
            if (IsProhibited(rune))
            {
                throw Refused("control or private characters");
            }
        }

        return prepared;
    }

    private static string Map(string password)
    {
        StringBuilder mapped = new(password.Length);
        foreach (char letter in password)
        {
            if (char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.SpaceSeparator)
            {
                mapped.Append(' ');
            }
            else if (letter is not ('\u00AD' or '\u034F' or '\u1806' or (>= '\u180B' and <= '\u180D') or (>= '\u200B' and <= '\u200D') or '\u2060' or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF'))
            {
                mapped.Append(letter);
            }
        }

        return mapped.ToString();
    }

    private static bool IsProhibited(Rune rune) => Rune.IsControl(rune) || rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.Surrogate
        || rune.Value is 0x2028 or 0x2029 or (>= 0x200E and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0xFFF9 and <= 0xFFFC) or (>= 0xFDD0 and <= 0xFDEF)
        || (rune.Value & 0xFFFE) == 0xFFFE;

    private static TargetException Refused(string what)
        => new(TargetFailure.Configuration, $"The password for MongoDB holds {what}, or give the user a password of visible ASCII characters.");
}
