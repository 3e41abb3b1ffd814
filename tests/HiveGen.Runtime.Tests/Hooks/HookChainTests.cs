using HiveGen.Hooks;
using Xunit;

namespace HiveGen.Tests.Hooks;

public sealed class HookChainTests
{
    private static readonly HookRef FollowingAdd = new("Account", HookStage.Following, WriteKind.Add);

    [Fact]
    public void The_same_hook_is_not_entered_again_however_far_out_it_is()
    {
        HookChain? chain = HookChain.Enter(null, FollowingAdd);
        chain = HookChain.Enter(chain, new HookRef("Post", HookStage.Before, WriteKind.Set));
        Assert.Null(HookChain.Enter(chain, FollowingAdd));
    }

    [Theory]
    [InlineData("Post", HookStage.Following, WriteKind.Add)]
    [InlineData("Account", HookStage.Before, WriteKind.Add)]
    [InlineData("Account", HookStage.Following, WriteKind.Set)]
    public void Another_model_stage_or_operation_is_another_hook(string model, HookStage stage, WriteKind kind)
        => Assert.NotNull(HookChain.Enter(HookChain.Enter(null, FollowingAdd), new HookRef(model, stage, kind)));

    [Fact]
    public void Too_deep_a_chain_is_refused_and_named()
    {
        HookChain? chain = null;
        for (int i = 0; i < HookChain.MaxDepth; i++)
        {
            chain = HookChain.Enter(chain, new HookRef("M" + i, HookStage.Before, WriteKind.Add));
        }

        HiveRecursionException error = Assert.Throws<HiveRecursionException>(() => HookChain.Enter(chain, FollowingAdd));
        Assert.Equal(HookChain.MaxDepth + 1, error.Chain.Count);
        Assert.Equal("M0", error.Chain[0].Model);
        Assert.Contains("M14.BeforeAdd > M15.BeforeAdd > Account.FollowingAdd", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WriteKind.Add, HookStage.Before, HookPoints.BeforeAdd)]
    [InlineData(WriteKind.Add, HookStage.During, HookPoints.Add)]
    [InlineData(WriteKind.Set, HookStage.After, HookPoints.AfterSet)]
    [InlineData(WriteKind.Remove, HookStage.Following, HookPoints.FollowingRemove)]
    public void Every_hook_has_its_bit(WriteKind kind, HookStage stage, HookPoints point)
    {
        Assert.Equal(point, HookPointsExtensions.Of(kind, stage));
        Assert.True(point.Has(kind, stage));
        Assert.True(point.Any(kind));
        Assert.False((~point).Has(kind, stage));
    }
}
