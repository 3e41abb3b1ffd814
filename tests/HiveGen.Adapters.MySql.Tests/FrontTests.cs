using HiveGen.Servers;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>The stand-in for PlanetScale is itself tried by PlanetScale's own client.</summary>
[Collection(MariaCollection.Name), Requires<PlanetScaleFront>]
public sealed class FrontTests(Maria maria)
{
    [ServerFact]
    public async Task A_batch_that_is_refused_moves_no_cursor_and_writes_nothing()
    {
        PlanetScaleProbe probe = new(maria);
        await probe.ResetAsync();
        await using HiveTarget target = probe.Create();
        await target.PrepareAsync(Items.Models, CancellationToken.None);
        await probe.RefuseTitleAsync("bad");
        CursorMove move = new(Items.Home, null, new TargetCursor("s", 1, 1));
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch([Items.Note("n1", 5), Items.Note("n2", 6, "bad")], move), CancellationToken.None));
        Assert.Equal(TargetFailure.Batch, refused.Failure);
        Assert.Null(await target.ReadCursorAsync(Items.Home, CancellationToken.None));
        Assert.Empty(await probe.ReadAsync(Items.Notes));
    }

    [ServerFact]
    public async Task The_official_client_finds_there_what_it_finds_at_PlanetScale()
    {
        await maria.ClearAsync();
        PlanetScaleFront front = await maria.FrontAsync();
        string folder = await NpmPackages.GetAsync("planetscale");
        await ServerProcess.DoAsync(new ServerCommand(Tool.Require("node", "nodejs"), Path.Combine(folder, "official.mjs"), front.Url.AbsoluteUri) { Folder = folder });
    }
}
