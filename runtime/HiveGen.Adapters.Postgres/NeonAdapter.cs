using HiveGen.Targets;
using Microsoft.Extensions.Configuration;

namespace HiveGen.Adapters.Postgres;

/// <summary>
/// Makes Neon targets from configuration: <c>Adapter</c> is <c>Neon</c>; <c>Connection</c> (else the variable <c>DATABASE_URL</c>),
/// with the pooled host or the direct one.
/// </summary>
public sealed class NeonAdapter : ITargetAdapter
{
    /// <inheritdoc/>
    public string Name => "Neon";

    /// <inheritdoc/>
    public HiveTarget Create(string target, IConfigurationSection settings, IServiceProvider services) => PostgresAdapter.Make(target, settings, services, isNeon: true);
}
