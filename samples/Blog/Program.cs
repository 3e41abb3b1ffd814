using Blog;
using Blog.Seeding;
using HiveGen;

// A command's output is its result: the log of the app is no part of it.
bool serves = args is not ["seed" or "hive", ..];
await using WebApplication app = BlogApp.Build(serves ? args : [.. args, "--Logging:LogLevel:Default=None"]);
if (await app.RunHiveCommandsAsync(args) is { } exitCode)
{
    return exitCode;
}

return serves ? await BlogApp.RunAsync(app) : await SeedCommand.RunAsync(app, args[1..]);
