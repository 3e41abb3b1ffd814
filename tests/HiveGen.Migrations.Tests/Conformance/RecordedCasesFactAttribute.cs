namespace HiveGen.Tests;

/// <summary>A fact over the cases recorded from the original, which are not part of this repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordedCasesFactAttribute : FactAttribute
{
    public RecordedCasesFactAttribute()
    {
        if (RecordedCases.Path is null)
        {
            Skip = "The recorded cases are not here: blade-cases.json is looked for in reference/conformance beside the repository, and in the folder that HIVEGEN_CONFORMANCE names.";
        }
    }
}
