global using HiveGen.Export;

namespace Shop;

internal static class Export
{
    public static WebApplicationBuilder builder => null!;
    public static WebApplication app => null!;
}
