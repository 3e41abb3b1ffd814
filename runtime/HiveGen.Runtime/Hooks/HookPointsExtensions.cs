namespace HiveGen.Hooks;

/// <summary>Hooks as bits: four stages for each kind of operation, and four for each kind of read.</summary>
internal static class HookPointsExtensions
{
    private const int Stages = 4;
    private const int FirstRead = 12;

    /// <summary>The bit of one hook.</summary>
    public static HookPoints Of(WriteKind kind, HookStage stage) => (HookPoints)(1 << (((int)kind * Stages) + (int)stage));

    /// <summary>The bit of one hook of a read.</summary>
    public static HookPoints Of(ReadKind kind, ReadStage stage) => (HookPoints)(1 << (FirstRead + ((int)kind * Stages) + (int)stage));

    /// <summary>Whether any hook of this kind of read is in the set.</summary>
    public static bool Any(this HookPoints points, ReadKind kind) => ((int)points >> (FirstRead + ((int)kind * Stages)) & ((1 << Stages) - 1)) != 0;

    /// <summary>Whether the hook is in the set.</summary>
    public static bool Has(this HookPoints points, WriteKind kind, HookStage stage) => (points & Of(kind, stage)) != 0;

    /// <summary>Whether any hook of this kind of operation is in the set.</summary>
    public static bool Any(this HookPoints points, WriteKind kind) => ((int)points >> ((int)kind * Stages) & ((1 << Stages) - 1)) != 0;
}
