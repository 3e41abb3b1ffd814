global using HiveGen.Adapters.Http;
global using HiveGen.Targets;

namespace Shop;

internal static class Remote
{
    public static WebApplicationBuilder builder => null!;
}
