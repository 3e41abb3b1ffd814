using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Security;

/// <summary>
/// Remembers on a connection which secret it has shown, so that it is hashed and compared once and not with every request: a server
/// that finds the same header again hands out the same string object. Objects are compared, never texts. A change of the secrets
/// makes another ring, with which everything is compared anew.
/// </summary>
internal sealed class KnownSecret(string presented, SecretRing ring, string name)
{
    private static readonly object Key = new();

    /// <summary>As <see cref="SecretRing.TryMatch"/>.</summary>
    public static bool TryMatch(HttpContext context, SecretRing ring, string? presented, out string name)
    {
        IDictionary<object, object?>? connection = context.Features.Get<IConnectionItemsFeature>()?.Items;
        if (presented is not null && connection is not null && connection.TryGetValue(Key, out object? item) && item is KnownSecret known && known.Is(presented, ring, out name))
        {
            return true;
        }

        bool found = ring.TryMatch(presented, out name);
        if (found && connection is not null)
        {
            connection[Key] = new KnownSecret(presented!, ring, name);
        }

        return found;
    }

    private bool Is(string other, SecretRing otherRing, out string itsName)
    {
        itsName = name;
        return ReferenceEquals(presented, other) && ReferenceEquals(ring, otherRing);
    }
}
