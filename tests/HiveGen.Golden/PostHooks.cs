using HiveGen;
namespace Golden;

[HiveHooks]
public sealed class PostHooks : Post.Hooks
{
    public override ValueTask FollowingAdd(PostFollowingAdd e) => default;
}
