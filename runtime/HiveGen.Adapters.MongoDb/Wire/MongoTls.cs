using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

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
            policy.CustomTrustStore.ImportFromPemFile(file);
            options.CertificateChainPolicy = policy;
        }

        if (settings.TlsInsecure)
        {
            options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        }

        return options;
    }
}
