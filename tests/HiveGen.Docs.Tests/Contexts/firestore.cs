namespace Shop;

internal static class Firestore
{
    public static WebApplicationBuilder builder => null!;
    public static HiveBuilder hive => null!;
}

// Of the package Google.Apis.Auth.
public sealed class GoogleCredential : ITokenAccess
{
    public static Task<GoogleCredential> GetApplicationDefaultAsync() => null!;
    public GoogleCredential CreateScoped(string scope) => this;
    public Task<string> GetAccessTokenForRequestAsync(string? authUri = null, CancellationToken cancellationToken = default) => null!;
}

public interface ITokenAccess { Task<string> GetAccessTokenForRequestAsync(string? authUri = null, CancellationToken cancellationToken = default); }
