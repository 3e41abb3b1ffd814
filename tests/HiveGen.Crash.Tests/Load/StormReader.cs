using HiveGen.CrashChild;

namespace HiveGen.Tests;

/// <summary>Reads all the time, and looks whether it sees whole transactions.</summary>
internal static class StormReader
{
    /// <summary>Reads until the end.</summary>
    /// <returns>How often.</returns>
    public static long Run(Hive hive, int writers, CancellationToken end)
    {
        long reads = 0;
        for (int number = 0; !end.IsCancellationRequested; number = (number + 1) % writers, reads++)
        {
            (string left, string right) = StormWriter.PairOf(number);
            List<Note> pair = hive.Notes.Get([left, right]);
            if (pair.Count > 0)
            {
                Assert.Equal(2, pair.Count);
                Assert.Equal(StormWriter.Sum, pair.Sum(static note => note.Number));
                Assert.All(pair, static note => Assert.Equal(Note.TextOf(note.Number), note.Text));
            }
        }

        return reads;
    }
}
