using HiveGen.Servers;

namespace HiveGen.Tests;

/// <summary>The stand-in for PlanetScale is itself tried by PlanetScale's own client.</summary>
[Collection(MariaCollection.Name), Requires<PlanetScaleFront>]
public sealed class FrontTests(Maria maria)
{
    [ServerFact]
    public async Task The_official_client_finds_there_what_it_finds_at_PlanetScale()
    {
        await maria.ClearAsync();
        PlanetScaleFront front = await maria.FrontAsync();
        string folder = await NpmPackages.GetAsync("planetscale");
        await ServerProcess.DoAsync(new ServerCommand(Tool.Require("node", "nodejs"), Path.Combine(folder, "official.mjs"), front.Url.AbsoluteUri) { Folder = folder });
    }
}
