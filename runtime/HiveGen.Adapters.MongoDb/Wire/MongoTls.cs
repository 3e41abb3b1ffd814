using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>How a server's certificate is looked at.</summary>
internal static class MongoTls
{
    /// <summary>The options of a connection to this server.</summary>
    public static SslClientAuthenticationOptions Options(MongoSettings settings, MongoHost host)
    {
        SslClientAuthenticationOptions options = new() { TargetHost = host.Name };
        if (settings.TlsAuthority is { } file)
        {
            X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.AddRange(Authorities(file) ?? throw new TargetException(TargetFailure.Configuration, $"tlsCAFile names {file}, which is no PEM file of certificates that can be read any more."));
            options.CertificateChainPolicy = policy;
        }

        if (settings.TlsInsecure)
        {
            options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        }

        return options;
    }

    /// <summary>The authorities of a PEM file; null where it has none, or cannot be read.</summary>
    public static X509Certificate2Collection? Authorities(string file)
    {
        X509Certificate2Collection found = [];
        try
        {
            found.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            return null;
        }

        return found.Count > 0 ? found : null;
    }
}
