namespace HiveGen.Corpus;

/// <summary>A recorded instruction that HiveGen answers in another way on purpose, or that it does not have. The message is the reason in docs/conformance.md.</summary>
internal sealed class OtherwiseException(string reason) : Exception(reason);
