using HiveGen.FaultDisk.Native;

namespace HiveGen.FaultDisk;

/// <summary>Asks the rules about a request, in their order, and tells them of its success.</summary>
internal static class ShimRules
{
    /// <summary>Whether a rule has answered for the disk; then this is SQLite's code.</summary>
    public static bool Answer(in DiskRequest request, out int code)
    {
        foreach (DiskRule rule in DiskShim.Rules)
        {
            if (rule.Covers(request.Path) && rule.Before(request) is { Ends: true } answer)
            {
                code = answer.Code;
                return true;
            }
        }

        code = ResultCodes.Ok;
        return false;
    }

    public static int Tell(in DiskRequest request, int code)
    {
        if (code == ResultCodes.Ok)
        {
            foreach (DiskRule rule in DiskShim.Rules)
            {
                if (rule.Covers(request.Path))
                {
                    rule.After(request);
                }
            }
        }

        return code;
    }
}
