namespace HiveGen.TestModels;

public abstract class Dated
{
    [CreatedAt]
    public DateTimeOffset CreatedAt { get; set; }

    [UpdatedAt]
    public DateTimeOffset? UpdatedAt { get; set; }
}
