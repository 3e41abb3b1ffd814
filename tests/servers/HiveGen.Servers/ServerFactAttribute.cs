using Xunit;
using Xunit.Sdk;

namespace HiveGen.Servers;

/// <summary>
/// A fact that is skipped where a server is missing that its class (the one that is run, not the one that declares the fact)
/// requires. Without a <see cref="RequiresAttribute"/> it is a fact like any other.
/// </summary>
[XunitTestCaseDiscoverer("HiveGen.Servers.ServerFactDiscoverer", "HiveGen.Servers")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerFactAttribute : FactAttribute;
