namespace HiveGen.TrimProof;

/// <summary>Made by dependency injection, which trimming must leave its constructor.</summary>
[HiveHooks]
public sealed class NoteHooks(TimeProvider clock) : Note.Hooks
{
    public override ValueTask BeforeAdd(NoteBeforeAdd e)
    {
        foreach (Note note in e.Records)
        {
            note.Secret = $"hooked before {clock.GetUtcNow().Year + 1}";
        }

        return default;
    }
}
