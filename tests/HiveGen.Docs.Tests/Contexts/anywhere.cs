namespace Shop;

// Only compiled: nothing here is ever run.
internal static class Anywhere
{
    public static WebApplicationBuilder builder => null!;
    public static WebApplication app => null!;
    public static Hive hive => null!;
    public static string id => "";
}
