using HiveGen.Adapters.MySql;
using HiveGen.Servers;
using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>A real MariaDB behind PlanetScale's front under the suite.</summary>
public sealed class PlanetScaleProbe(Maria maria) : MariaProbe(maria)
{
    private PlanetScaleFront? front;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Adapter"] = "planetscale",
        ["Url"] = front!.Url.AbsoluteUri,
        ["Username"] = MariaDbServer.User,
        ["Password"] = MariaDbServer.User,
    };

    public override async ValueTask ResetAsync()
    {
        front = await Maria.FrontAsync();
        await base.ResetAsync();
    }

    public override HiveTarget Create() => Create(MariaDbServer.User);

    public override HiveTarget CreateWithWrongKey() => Create(WrongKey);

    private PlanetScaleTarget Create(string password) => new("planetscale", front!.Url.AbsoluteUri, new PlanetScaleTargetOptions { Username = MariaDbServer.User, Password = password });
}
