namespace HiveGen.Corpus;

/// <summary>A fact over the cases recorded from the original, which are not part of this repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordedCasesFactAttribute : FactAttribute
{
    public RecordedCasesFactAttribute()
    {
        if (RecordedCases.Path is null)
        {
            Skip = "The recorded cases are not here: blade-cases.json is looked for in shared/reference/conformance of this folder and those above it, and in the folder that HIVEGEN_CONFORMANCE names.";
        }
    }
}
