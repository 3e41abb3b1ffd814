using Blog;
using Blog.Seeding;

bool seeds = args is ["seed", ..];
await using WebApplication app = BlogApp.Build(seeds ? [.. args, "--Logging:LogLevel:Default=Error"] : args);
return seeds ? await SeedCommand.RunAsync(app, args[1..]) : await BlogApp.RunAsync(app);
