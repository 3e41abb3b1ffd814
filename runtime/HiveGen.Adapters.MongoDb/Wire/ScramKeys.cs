using System.Security.Cryptography;
using System.Text;

namespace HiveGen.Adapters.MongoDb;

/// <summary>The salted password, which takes long to make and is the same for every connection. Thread-safe.</summary>
internal sealed class ScramKeys(string password)
{
    private const int KeyBytes = 32;

    private volatile Entry? last;

    /// <summary>The salted password.</summary>
    /// <exception cref="Targets.TargetException">The password cannot be used.</exception>
    public byte[] Salted(byte[] salt, int iterations)
    {
        if (last is { } known && known.Iterations == iterations && known.Salt.AsSpan().SequenceEqual(salt))
        {
            return known.Key;
        }

        byte[] key = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(SaslPrep.Of(password)), salt, iterations, HashAlgorithmName.SHA256, KeyBytes);
        last = new Entry(salt, iterations, key);
        return key;
    }

    private sealed record Entry(byte[] Salt, int Iterations, byte[] Key);
}
