using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>How a target over HTTP is reached.</summary>
public abstract record HttpTargetOptions
{
    /// <summary>Whether the key and the records may travel over plain HTTP to another machine. Default: no; to this machine they may.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>How long the target may take for one request, a day at most; <c>Hive:Dispatch:SendTimeout</c> bounds a whole batch. Default: 30 seconds.</summary>
    public TimeSpan Timeout { get; init => field = TargetTimes.Wait(value, nameof(Timeout)); } = TimeSpan.FromSeconds(30);

    /// <summary>Sets up the connections: client certificates, a proxy, an authority of your own. Redirects and cookies stay off.</summary>
    public Action<SocketsHttpHandler>? Handler { get; init; }

    /// <summary>The clock of timeouts, signatures and <c>Retry-After</c> dates. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
