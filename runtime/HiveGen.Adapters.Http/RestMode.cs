namespace HiveGen.Adapters.Http;

/// <summary>How records travel to a custom REST API.</summary>
public enum RestMode
{
    /// <summary>Many in one request: <c>POST /sync/batch</c>, in the original's form.</summary>
    Batch,

    /// <summary>Each in its own: <c>PUT /{model}/{id}</c> and <c>DELETE /{model}/{id}</c>.</summary>
    Record,
}
