namespace HiveGen.Targets.Conformance;

/// <summary>Sends as one of several that write at the same time: who loses a race is asked to try again.</summary>
internal static class Race
{
    private const int Tries = 50;

    /// <summary>Sends an item until the target says what became of it.</summary>
    public static async Task<ItemStatus> SendAsync(HiveTarget target, SyncItem item)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                ItemOutcome outcome = Assert.Single(await target.SendAsync(new SendBatch([item], null), CancellationToken.None));
                if (outcome.Status != ItemStatus.Retry)
                {
                    return outcome.Status;
                }

                Assert.True(attempt < Tries, outcome.Error);
            }
            catch (TargetException busy) when (busy.Failure is TargetFailure.Transient or TargetFailure.Throttled && attempt < Tries)
            {
            }

            await Task.Yield();
        }
    }

    /// <summary>Sends an item that must be applied in the end.</summary>
    public static async Task ApplyAsync(HiveTarget target, SyncItem item) => Assert.Equal(ItemStatus.Applied, await SendAsync(target, item));
}
