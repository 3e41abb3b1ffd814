using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;

namespace HiveGen.AspNetCore.Tests.Router;

public sealed class Options_of_the_router
{
    [Theory]
    [InlineData("HiveSync:RateLimit=many", "HiveSync:RateLimit is 'many' and must be a whole number.")]
    [InlineData("HiveSync:RateWindow=long", "HiveSync:RateWindow is 'long' and must be a time such as 00:01:00.")]
    [InlineData("HiveSync:RequireSignature=maybe", "HiveSync:RequireSignature is 'maybe' and must be true or false.")]
    [InlineData("HiveSync:RateLimit=-1", "HiveSync:RateLimit is -1 and must be from 0 to 1000000.")]
    [InlineData("HiveSync:MaxBodyBytes=5", "HiveSync:MaxBodyBytes is 5 and must be from 1024 to 1073741824.")]
    [InlineData("HiveSync:MaxBatchBodyBytes=5", "HiveSync:MaxBatchBodyBytes is 5")]
    [InlineData("HiveSync:MaxBatchRecords=0", "HiveSync:MaxBatchRecords is 0")]
    [InlineData("HiveSync:MaxDepth=1", "HiveSync:MaxDepth is 1")]
    [InlineData("HiveSync:MaxStringBytes=1", "HiveSync:MaxStringBytes is 1")]
    [InlineData("HiveSync:MaxRemembered=0", "HiveSync:MaxRemembered is 0")]
    [InlineData("HiveSync:IdempotencyWindow=2.00:00:00", "HiveSync:IdempotencyWindow is 2.00:00:00")]
    [InlineData("HiveSync:AllowPlainHttp=yes", "HiveSync:AllowPlainHttp is 'yes' and must be true or false.")]
    [InlineData("HiveSync:TrustedProxies=10.0.0.1,proxy.local", "HiveSync:TrustedProxies holds 'proxy.local'")]
    [InlineData("HiveSync:TargetTimeout=00:00:00", "HiveSync:TargetTimeout is 00:00:00 and must be from one second to one day.")]
    [InlineData("SYNC_SECRET=with a blank", "HiveSync:Secrets (or SYNC_SECRET) holds a secret that cannot be sent in a header")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string setting, string naming)
    {
        OptionsValidationException e = await Assert.ThrowsAsync<OptionsValidationException>(() => RouterApp.StartAsync([setting]));
        Assert.Contains(naming, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_app_may_set_options_in_code()
    {
        await using RouterApp app = await RouterApp.StartAsync(build: static builder => Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions
            .Configure<HiveSyncOptions>(builder.Services, static options => options.MaxBatchRecords = 1));
        (await app.BatchAsync("""{"model":"users","operation":"delete","records":[{"recordId":"a"},{"recordId":"b"}]}""")).Refuses(413, "more than 1,");
    }

    [Fact]
    public async Task An_app_without_AddHive_is_told_what_is_missing()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        await using WebApplication app = builder.Build();
        HiveException e = Assert.Throws<HiveException>(() => app.MapHiveSync());
        Assert.Contains("builder.AddHive()", e.Message, StringComparison.Ordinal);
    }
}
