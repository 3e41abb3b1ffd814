using System.Globalization;

namespace HiveGen.Tests;

/// <summary>The seed of a random test: printed when it fails, and taken from <c>HIVEGEN_SEED</c> to replay it.</summary>
internal static class Seed
{
    public static async Task RunAsync(int runs, Func<Random, Task> test)
    {
        string? wanted = Environment.GetEnvironmentVariable("HIVEGEN_SEED");
        for (int run = 0; run < (wanted is null ? runs : 1); run++)
        {
            int seed = wanted is null ? Random.Shared.Next() : int.Parse(wanted, CultureInfo.InvariantCulture);
            try
            {
                await test(new Random(seed));
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Replay with HIVEGEN_SEED={seed}: {failure.Message}", failure);
            }
        }
    }
}
