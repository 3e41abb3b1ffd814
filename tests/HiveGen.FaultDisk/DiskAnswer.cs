namespace HiveGen.FaultDisk;

/// <summary>What a rule says to a request: go on to the next rule and the disk, take it as done, or fail with SQLite's code.</summary>
public readonly record struct DiskAnswer
{
    private readonly int answer;

    private DiskAnswer(int answer) => this.answer = answer;

    /// <summary>The rule has nothing against it.</summary>
    public static DiskAnswer GoOn => default;

    /// <summary>SQLite is told that it is done; the disk hears nothing of it.</summary>
    public static DiskAnswer Done => new(-1);

    internal bool Ends => answer != 0;

    internal int Code => Math.Max(answer, 0);

    /// <summary>SQLite is told that it failed, such as 13 for a full disk.</summary>
    public static DiskAnswer Fail(int code)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(code, 1);
        return new DiskAnswer(code);
    }
}
