namespace HiveGen.Tests.Models;

/// <summary>A database of the test models in a folder of its own.</summary>
public sealed class TestDatabase : HiveDatabase, IAsyncDisposable
{
    private readonly TestFolder folder;

    private TestDatabase(HiveEngine engine, TestFolder folder)
        : base(engine)
    {
        this.folder = folder;
        People = new PersonSet(engine);
        Articles = new ArticleSet(engine);
    }

    public PersonSet People { get; }

    public ArticleSet Articles { get; }

    public FakeTimeProvider Clock => (FakeTimeProvider)Engine.Options.Clock;

    public static TestDatabase Open(IServiceProvider? services = null, params HookRegistration[] hooks)
    {
        TestFolder folder = new();
        HiveOptions options = new()
        {
            Path = folder.File("test.db"),
            Synchronous = HiveSynchronous.Normal,
            Clock = new FakeTimeProvider(),
            Services = services,
            MeterFactory = (System.Diagnostics.Metrics.IMeterFactory?)services?.GetService(typeof(System.Diagnostics.Metrics.IMeterFactory)),
            LoggerFactory = (Microsoft.Extensions.Logging.ILoggerFactory?)services?.GetService(typeof(Microsoft.Extensions.Logging.ILoggerFactory)),
        };
        return new TestDatabase(HiveEngine.Open(new HiveSchema([PersonModel.Instance, ArticleModel.Instance], hooks), options), folder);
    }

    /// <summary>A person with articles of these titles.</summary>
    public async Task<Person> WriteAsync(params string[] titles)
    {
        Person person = await People.AddAsync(new Person { Name = "p" + Ids.NewText("x") });
        await Articles.AddAsync(titles.Select(title => new Article { Author = person.Id, Title = title }));
        return person;
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        folder.Dispose();
    }
}
