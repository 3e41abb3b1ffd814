using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>Classes the exceptions of adapters that did not say what kind of failure it is.</summary>
internal static class Untold
{
    /// <summary>The failure that is meant.</summary>
    public static TargetException Classify(string target, Exception exception) => exception switch
    {
        TargetException told => told,
        HttpRequestException { StatusCode: { } status } => Make(OfStatus(status), target, exception),
        TimeoutException or OperationCanceledException => Make(TargetFailure.Timeout, target, exception),
        HttpRequestException or SocketException or IOException or DbException { IsTransient: true } => Make(TargetFailure.Transient, target, exception),
        _ => Make(TargetFailure.Unknown, target, exception),
    };

    private static TargetFailure OfStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => TargetFailure.Throttled,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired => TargetFailure.Configuration,
        HttpStatusCode.RequestEntityTooLarge => TargetFailure.TooLarge,
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => TargetFailure.Timeout,
        >= HttpStatusCode.InternalServerError => TargetFailure.Transient,
        _ => TargetFailure.Unknown,
    };

    private static TargetException Make(TargetFailure failure, string target, Exception exception)
        => new(failure, $"'{target}' failed with {exception.GetType().Name}: {exception.Message}", exception);
}
