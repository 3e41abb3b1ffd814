namespace HiveGen;

/// <summary>One hook of one model: what called this operation, or what is in the chain of a recursion.</summary>
/// <param name="Model">The model's class name.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Kind">The operation.</param>
public sealed record HookRef(string Model, HookStage Stage, WriteKind Kind)
{
    /// <summary>As a person writes it: <c>Account.FollowingAdd</c>.</summary>
    public override string ToString() => $"{Model}.{(Stage == HookStage.During ? "" : Stage.ToString())}{Kind}";
}
