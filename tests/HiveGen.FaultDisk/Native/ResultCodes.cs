namespace HiveGen.FaultDisk.Native;

/// <summary>The result codes the shim itself looks at.</summary>
internal static class ResultCodes
{
    public const int Ok = 0;
    public const int ShortRead = 522;
}
