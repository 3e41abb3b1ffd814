using System.Runtime.CompilerServices;
using HiveGen.FaultDisk;

namespace HiveGen.Tests;

internal static class Shim
{
    /// <summary>Before the first connection of any test.</summary>
    [ModuleInitializer]
    internal static void Install() => DiskShim.Install();
}
