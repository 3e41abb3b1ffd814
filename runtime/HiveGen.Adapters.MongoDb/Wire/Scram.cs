using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>
/// The client's side of one SCRAM-SHA-256 conversation (RFC 7677): the password never goes over the wire, and the server has to prove that it
/// knows it, too.
/// </summary>
internal sealed class Scram
{
    private const string Header = "n,,";
    private const int LeastIterations = 4096;
    private const int MostIterations = 1_000_000; // a server that asks for more wants this machine to work for nothing
    private const int NonceBytes = 24;
    private const int KeyBytes = 32;

    private readonly string bare;
    private readonly string nonce;
    private byte[]? serverSignature;

    /// <summary>A conversation.</summary>
    /// <param name="user">The user.</param>
    /// <param name="nonce">Random text; null for a fresh one.</param>
    public Scram(string user, string? nonce = null)
    {
        this.nonce = nonce ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        bare = $"n={user.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal)},r={this.nonce}";
    }

    /// <summary>What the client says first.</summary>
    public string First => Header + bare;

    /// <summary>What the client says to the server's first message.</summary>
    /// <param name="serverFirst">The server's first message.</param>
    /// <param name="keys">Makes the salted password, or remembers it.</param>
    /// <exception cref="TargetException">The server does not keep to the protocol.</exception>
    public string Final(string serverFirst, ScramKeys keys)
    {
        string[] parts = serverFirst.Split(',');
        if (parts is not [['r', '=', ..] r, ['s', '=', ..] s, ['i', '=', ..] i, ..]
            || !r.AsSpan(2).StartsWith(nonce, StringComparison.Ordinal) || r.Length == nonce.Length + 2
            || !int.TryParse(i.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out int iterations)
            || iterations is < LeastIterations or > MostIterations || !TryDecode(s[2..], out byte[] salt))
        {
            throw Untrusted("its first message is none of SCRAM-SHA-256");
        }

        byte[] salted = keys.Salted(salt, iterations);
        byte[] clientKey = Hmac(salted, "Client Key");
        string withoutProof = $"c={Convert.ToBase64String(Encoding.ASCII.GetBytes(Header))},{r}";
        string message = $"{bare},{serverFirst},{withoutProof}";
        byte[] proof = Hmac(SHA256.HashData(clientKey), message);
        for (int index = 0; index < proof.Length; index++)
        {
            proof[index] ^= clientKey[index];
        }

        serverSignature = Hmac(Hmac(salted, "Server Key"), message);
        return $"{withoutProof},p={Convert.ToBase64String(proof)}";
    }

    /// <summary>Checks that the server knows the password.</summary>
    /// <exception cref="TargetException">It does not prove it.</exception>
    public void Verify(string serverFinal)
    {
        if (serverSignature is null || !serverFinal.StartsWith("v=", StringComparison.Ordinal) || !TryDecode(serverFinal[2..], out byte[] signature)
            || !CryptographicOperations.FixedTimeEquals(signature, serverSignature))
        {
            throw Untrusted("it did not prove that it knows the password");
        }
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        bool decoded = Convert.TryFromBase64String(text, bytes, out int length);
        bytes = bytes[..length];
        return decoded && length is > 0 and <= 4 * KeyBytes;
    }

    private static TargetException Untrusted(string why)
        => new(TargetFailure.Configuration, $"The server is not to be trusted: {why}. Somebody may sit between this machine and MongoDB; use tls=true.");
}
