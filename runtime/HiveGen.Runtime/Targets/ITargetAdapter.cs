using Microsoft.Extensions.Configuration;

namespace HiveGen.Targets;

/// <summary>
/// Makes targets from configuration alone: <c>Hive:Targets:&lt;name&gt;:Adapter</c> names it. An adapter's package registers one;
/// the generated <c>AddHive</c> calls that for every adapter the project references.
/// </summary>
public interface ITargetAdapter
{
    /// <summary>The name in the configuration, such as <c>Sqlite</c>; case does not matter.</summary>
    string Name { get; }

    /// <summary>Makes a target.</summary>
    /// <param name="target">The target's name.</param>
    /// <param name="settings">The section <c>Hive:Targets:&lt;name&gt;</c>.</param>
    /// <param name="services">The app's services.</param>
    /// <exception cref="HiveException">A setting is missing or wrong; the message names its key.</exception>
    HiveTarget Create(string target, IConfigurationSection settings, IServiceProvider services);
}
