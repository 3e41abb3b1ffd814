using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Rows;

/// <summary>A row of the table: something that is measured once a round.</summary>
internal interface IRow
{
    /// <summary>The name, by which <c>--only</c> picks it.</summary>
    string Name { get; }

    /// <summary>What must hold while it is measured, for the reader: durability, size, what is counted.</summary>
    string Note { get; }

    /// <summary>SQLite's <c>synchronous</c> while it is measured; its fsyncs are then counted. Null for a row that writes nothing.</summary>
    string? Synchronous { get; }

    /// <summary>Measures every contestant once, in the order that <paramref name="round"/> gives.</summary>
    Task RunAsync(int round, Series series);

    /// <summary>What must be reached.</summary>
    IEnumerable<Bar> Bars(Series series);
}
