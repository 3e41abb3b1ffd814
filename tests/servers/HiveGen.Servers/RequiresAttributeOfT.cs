namespace HiveGen.Servers;

/// <inheritdoc/>
/// <typeparam name="TServer">The server.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequiresAttribute<TServer> : RequiresAttribute
    where TServer : ITestServer
{
    /// <summary>Whether the tests are skipped even in continuous integration: only for what it cannot install.</summary>
    public bool MaySkipInCI { get; set; }

    /// <inheritdoc/>
    public override string? Missing => IsContinuousIntegration && !MaySkipInCI ? null : TServer.Missing;
}
