using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>The idempotency key of records: the same for every try of the same states of them, another for any other.</summary>
internal static class RestKey
{
    /// <summary>The key of a run; null where a record has no version, for then nothing tells two requests apart.</summary>
    public static string? Of(in BatchRun run)
    {
        if (run.Items[run.Start].Kind != SyncItemKind.State)
        {
            return null;
        }

        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int index = run.Start; index < run.Start + run.Count; index++)
        {
            SyncItem item = run.Items[index];
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{item.Model.Name}\0{item.RecordId}\0{item.Home}\0{item.Version}\0")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
