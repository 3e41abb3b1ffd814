using Blog;
using Blog.Seeding;

await using WebApplication app = BlogApp.Build(args);
return args is ["seed", ..]
    ? await SeedCommand.RunAsync(app, args[1..])
    : await BlogApp.RunAsync(app);
