using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Jobs;

namespace HiveGen;

/// <summary>
/// The name of a job with the type of its payload, declared once, so that who stores it and who runs it agree:
/// <c>static readonly JobType&lt;Welcome> Welcome = new("welcome", AppJson.Default.Welcome);</c>. Thread-safe.
/// </summary>
/// <typeparam name="TPayload">What the job is about.</typeparam>
public sealed class JobType<TPayload>
    where TPayload : notnull
{
    private readonly JsonTypeInfo<TPayload> json;

    /// <summary>A job of this name.</summary>
    /// <param name="name">The name under which jobs are stored: a renamed job is another one.</param>
    /// <param name="json">How the payload is stored. From a <c>JsonSerializerContext</c>, so that nothing is reflected on.</param>
    public JobType(string name, JsonTypeInfo<TPayload> json)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(json);
        Name = name;
        this.json = json;
    }

    /// <summary>The name under which jobs are stored.</summary>
    public string Name { get; }

    internal string Write(TPayload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return JsonSerializer.Serialize(payload, json);
    }

    internal TPayload Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, json) ?? throw new JobPayloadException($"The payload of the job '{Name}' is null.");
        }
        catch (JsonException wrong)
        {
            throw new JobPayloadException($"The payload of the job '{Name}' is not the JSON of {typeof(TPayload).Name}: {wrong.Message}", wrong);
        }
    }
}
