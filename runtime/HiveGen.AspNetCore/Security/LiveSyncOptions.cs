using HiveGen.Router;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace HiveGen.Security;

/// <summary>
/// The options as the configuration has them now. Where a change of it is wrong, the options of before stay and the log says why;
/// the framework's monitor would throw where the change is noticed, and at every request from then on. Thread-safe.
/// </summary>
internal sealed class LiveSyncOptions : IDisposable
{
    private readonly IOptionsFactory<HiveSyncOptions> factory;
    private readonly ILogger logger;
    private readonly Lock gate = new();
    private readonly IDisposable registration;
    private volatile HiveSyncOptions current;

    public LiveSyncOptions(IOptionsFactory<HiveSyncOptions> factory, IConfiguration configuration, ILoggerFactory loggers)
    {
        this.factory = factory;
        logger = loggers.CreateLogger(SyncLog.Category);
        current = factory.Create(Options.DefaultName);
        registration = ChangeToken.OnChange(configuration.GetReloadToken, Reload);
        // What changed between the two lines above was told to nobody.
        Reload();
    }

    /// <summary>The options. Another object after a change, so that what is made of them can be kept as long as they are the same.</summary>
    public HiveSyncOptions Current => current;

    public void Dispose() => registration.Dispose();

    private void Reload()
    {
        // One at a time: of two changes at once the newer must be what stays.
        lock (gate)
        {
            try
            {
                current = factory.Create(Options.DefaultName);
            }
            catch (OptionsValidationException e)
            {
                logger.ChangeRefused(e.Message);
            }
        }
    }
}
