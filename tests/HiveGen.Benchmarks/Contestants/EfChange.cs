namespace HiveGen.Benchmarks.Contestants;

/// <summary>A line of the change log, as EF Core writes it.</summary>
internal sealed class EfChange
{
    public long Seq { get; set; }

    public string Model { get; set; } = "users";

    public required string Id { get; set; }

    public required int Op { get; set; }
}
