namespace HiveGen.Security;

/// <summary>What is made of one state of the options. Immutable and thread-safe.</summary>
/// <param name="Options">The options.</param>
/// <param name="Secrets">The secrets that are let in.</param>
/// <param name="Signature">What checks signatures; null when none is asked for.</param>
/// <param name="Proxies">Whose word on a caller's address counts.</param>
internal sealed record SyncAccess(HiveSyncOptions Options, SecretRing Secrets, MessageSignature? Signature, TrustedProxies Proxies);
