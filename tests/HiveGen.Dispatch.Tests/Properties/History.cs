using FsCheck;
using FsCheck.Fluent;

namespace HiveGen.Tests;

/// <summary>A random history of writes, with how it is sent and what goes wrong meanwhile.</summary>
public sealed record History(Step[] Steps, Fault[] Faults, int Window, int WindowBytes, int Batch, int Lanes)
{
    private static readonly Gen<Step> OneStep =
        from kind in Gen.Frequency((10, Gen.Constant(StepKind.AddAuthor)), (6, Gen.Constant(StepKind.SetAuthor)), (4, Gen.Constant(StepKind.RemoveAuthor)), (3, Gen.Constant(StepKind.ReplaceAuthor)), (10, Gen.Constant(StepKind.AddBook)), (4, Gen.Constant(StepKind.RemoveBook)), (3, Gen.Constant(StepKind.Wait)), (1, Gen.Constant(StepKind.Restart)), (2, Gen.Constant(StepKind.AddMany)))
        from a in Gen.Choose(0, 9)
        from b in Gen.Choose(0, 14)
        from value in Gen.Choose(0, 999)
        select new Step(kind, a, b, value);

    private static readonly Gen<History> Any =
        from steps in Gen.ArrayOf(OneStep).Resize(40)
        from faults in Gen.ArrayOf(Gen.Elements(Enum.GetValues<Fault>())).Resize(24)
        from window in Gen.Elements(1, 2, 7, 50, 1000)
        from bytes in Gen.Elements(1, 400, 1 << 20)
        from batch in Gen.Elements(1, 3, 20, 500)
        from lanes in Gen.Elements(1, 1, 2, 5)
        select new History(steps, faults, window, bytes, batch, lanes);

    /// <summary>Histories, and smaller ones of one that fails.</summary>
    public static Arbitrary<History> Arbitrary { get; } = Arb.From(Any, static history => history.Smaller());

    public override string ToString()
        => $"window {Window} rows, {WindowBytes} bytes; batch {Batch}; lanes {Lanes}\n  steps: {string.Join("; ", Steps.Select(static step => step.ToString()))}\n  faults: {string.Join(", ", Faults)}";

    private IEnumerable<History> Smaller()
    {
        if (Lanes > 1)
        {
            yield return this with { Lanes = 1 };
        }

        foreach (Fault[] fewer in Without(Faults))
        {
            yield return this with { Faults = fewer };
        }

        foreach (Step[] fewer in Without(Steps))
        {
            yield return this with { Steps = fewer };
        }
    }

    private static IEnumerable<T[]> Without<T>(T[] all)
    {
        for (int size = all.Length / 2; size > 0; size /= 2)
        {
            for (int start = 0; start + size <= all.Length; start += size)
            {
                yield return [.. all.Take(start), .. all.Skip(start + size)];
            }
        }
    }
}
