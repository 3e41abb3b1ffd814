using System.Collections.Generic;

namespace HiveGen.Analyzers.Models;

/// <summary>Which names sound like a secret. It goes by the words of a name, so a Secretary is none.</summary>
internal static class SecretNames
{
    /// <summary>Secret wherever they stand in the name of a text.</summary>
    private static readonly HashSet<string> Anywhere =
    [
        "password", "passwd", "pwd", "passphrase", "passcode", "secret", "ssn", "cvv", "cvc", "mnemonic", "apikey", "privatekey",
    ];

    /// <summary>Secret as the last word, which says what the value is.</summary>
    private static readonly HashSet<string> AtTheEnd = ["token", "hash", "salt", "otp", "pin", "iban", "credential", "credentials", "jwt", "totp"];

    /// <summary>Keys are secret if the word before says so; there are also sort keys and public keys.</summary>
    private static readonly HashSet<string> BeforeKey = ["api", "private", "secret", "access", "encryption", "signing", "master", "auth", "license", "recovery", "shared", "symmetric"];

    /// <summary>Hashes of what everybody may see.</summary>
    private static readonly HashSet<string> BeforeHash = ["content", "file", "blob", "image", "commit", "git", "block", "body", "geo", "perceptual", "document", "media"];

    /// <summary>Secret even as a number.</summary>
    private static readonly HashSet<string> Numbers = ["pin", "ssn", "cvv", "cvc", "otp", "passcode"];

    public static bool SoundSecret(string name, bool isNumber)
    {
        List<string> words = Words(name);
        for (int i = 0; i < words.Count; i++)
        {
            string word = words[i];
            string before = i == 0 ? "" : words[i - 1];
            bool isLast = i == words.Count - 1;
            bool isSecret = isNumber ? Numbers.Contains(word) && isLast
                : Anywhere.Contains(word)
                || (isLast && AtTheEnd.Contains(word) && !(word == "hash" && BeforeHash.Contains(before)))
                || (isLast && word == "key" && BeforeKey.Contains(before))
                || (word == "security" && before == "social")
                || (isLast && word == "number" && before is "card" or "account" && Has(words, "credit", "bank", "card"));
            if (isSecret)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(List<string> words, params string[] any)
    {
        foreach (string word in any)
        {
            if (words.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>PasswordHash → password, hash; SSNText → ssn, text; api_key → api, key.</summary>
    private static List<string> Words(string name)
    {
        List<string> words = [];
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            bool isEnd = i == name.Length || name[i] == '_' || name[i - 1] == '_'
                || (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                || (char.IsDigit(name[i]) != char.IsDigit(name[i - 1]));
            if (!isEnd)
            {
                continue;
            }

            if (char.IsLetter(name[start]))
            {
                words.Add(name.Substring(start, i - start).ToLowerInvariant());
            }

            start = i;
        }

        return words;
    }
}
