namespace HiveGen.Tests;

/// <summary>A fact about the recordings of official clients, skipped where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordingFactAttribute : FactAttribute
{
    public RecordingFactAttribute() => Skip = Recordings.Missing;
}
