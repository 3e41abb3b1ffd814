namespace HiveGen.Tests;

/// <summary>A fact about the recordings of official clients.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WireFactAttribute : FactAttribute
{
    public WireFactAttribute() => Skip = WireRecordings.Missing;
}
