using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Security;

/// <summary>Remembers on a connection which secret it has shown, so that one that is used again is hashed once.</summary>
internal static class ConnectionSecret
{
    private static readonly object Key = new();

    /// <summary>As <see cref="SecretRing.TryMatch"/>.</summary>
    public static bool TryMatch(HttpContext context, SecretRing ring, string? presented, out string name)
    {
        IDictionary<object, object?>? connection = context.Features.Get<IConnectionItemsFeature>()?.Items;
        if (presented is not null && connection is not null && connection.TryGetValue(Key, out object? item) && item is KnownSecret known && known.Is(presented, ring))
        {
            name = known.Name;
            return true;
        }

        bool found = ring.TryMatch(presented, out name);
        if (found && connection is not null)
        {
            connection[Key] = new KnownSecret(presented!, ring, name);
        }

        return found;
    }
}
