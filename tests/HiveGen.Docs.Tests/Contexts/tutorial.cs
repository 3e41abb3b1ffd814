namespace Shop;

internal static class Tutorial
{
    public static WebApplicationBuilder builder => null!;
}

[HiveModel(Sync = "authors")]
public sealed partial class Author
{
    [Unique] public required string Email { get; set; }
}
