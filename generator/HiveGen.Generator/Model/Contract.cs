namespace HiveGen.Generator.Model;

/// <summary>What generated code and the runtime have agreed upon; HiveContract in the runtime is the other side.</summary>
internal static class Contract
{
    /// <summary>The version that is written for.</summary>
    public const int Version = 1;
}
