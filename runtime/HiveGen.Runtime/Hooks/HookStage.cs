namespace HiveGen;

/// <summary>When a hook runs. Before, During and After run before the transaction and only produce operations.</summary>
public enum HookStage
{
    /// <summary>May change the draft, add operations that run first, or cancel.</summary>
    Before,

    /// <summary>The bare name (<c>Add</c>, <c>Set</c>, <c>Remove</c>): may transform the operation.</summary>
    During,

    /// <summary>May add operations that run behind, in the same transaction.</summary>
    After,

    /// <summary>Runs after the commit, awaited by nobody.</summary>
    Following,
}
