using HiveGen.Router;
using HiveGen.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HiveGen.AspNetCore.Tests.Security;

public sealed class Changing_settings
{
    [Fact]
    public void A_change_while_the_first_settings_are_read_is_not_lost()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new("SYNC_SECRET", "the-old-secret-0123456789")]).Build();
        int read = 0;
        OptionsFactory<HiveSyncOptions> factory = new(
            [new SyncOptionsBinder(configuration)],
            [new PostConfigureOptions<HiveSyncOptions>(null, _ =>
            {
                if (read++ == 0)
                {
                    configuration["SYNC_SECRET"] = "the-new-secret-0123456789";
                    configuration.Reload();
                }
            })]);
        using LiveSyncOptions live = new(factory, configuration, NullLoggerFactory.Instance);
        Assert.Equal(["the-new-secret-0123456789"], live.Current.Secrets);
    }
}
