namespace HiveGen.Jobs;

/// <summary>The payload of a job is not what its handler takes: trying again is of no use.</summary>
internal sealed class JobPayloadException(string message, Exception? inner = null) : HiveException(message, inner);
