using System.Globalization;
using System.Security.Cryptography;

namespace Blog.Sessions;

/// <summary>PBKDF2 over a random salt; the stored text carries its own iterations, so that they can be raised.</summary>
internal static class Passwords
{
    private const string Scheme = "pbkdf2-sha512";
    private const int Iterations = 210_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    // Checked when there is no such account, so that the answer takes as long as for a wrong password.
    private static readonly Lazy<string> Nobody = new(static () => Hash(Convert.ToBase64String(RandomNumberGenerator.GetBytes(HashBytes))));

    public static string Hash(string password)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        byte[] hash = Derive(password, salt, Iterations);
        return string.Create(CultureInfo.InvariantCulture, $"{Scheme}${Iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
    }

    /// <summary>Whether the password is the stored one's. Without a stored one it takes as long and says no.</summary>
    public static bool Verify(string password, string? stored)
    {
        string[] parts = (stored ?? Nobody.Value).Split('$');
        if (parts is not [Scheme, var iterations, var salt, var hash])
        {
            throw new FormatException("The stored password hash is in no known form.");
        }

        byte[] derived = Derive(password, Convert.FromBase64String(salt), int.Parse(iterations, CultureInfo.InvariantCulture));
        return CryptographicOperations.FixedTimeEquals(derived, Convert.FromBase64String(hash)) && stored is not null;
    }

    private static byte[] Derive(string password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA512, HashBytes);
}
