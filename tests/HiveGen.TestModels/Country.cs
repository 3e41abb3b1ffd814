namespace HiveGen.TestModels;

[HiveModel(Sync = "countries")]
public sealed partial class Country
{
    public long Id { get; set; }

    [Unique]
    public required string Code { get; set; }

    public required string Name { get; set; }
}
