namespace HiveGen.Generator.Emit;

/// <summary>The twelve hooks.</summary>
internal static class HookNames
{
    public static readonly string[] Stages = ["Before", "", "After", "Following"];

    public static readonly string[] Kinds = ["Add", "Set", "Remove"];

    /// <summary>When a hook runs, as its documentation says it.</summary>
    public static string When(string stage, string kind) => stage switch
    {
        "Before" => "Before records are " + Past(kind) + ": may change the draft, add operations that run first, or cancel.",
        "" => "While records are being " + Past(kind) + ": may transform the operation.",
        "After" => "After the operation, in the same transaction: may add operations that run behind it.",
        _ => "After the commit: started and awaited by nobody.",
    };

    private static string Past(string kind) => kind switch { "Add" => "added", "Set" => "set", _ => "removed" };
}
