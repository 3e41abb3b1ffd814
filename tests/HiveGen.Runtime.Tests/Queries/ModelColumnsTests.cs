using System.Reflection;
using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Queries;

public sealed class ModelColumnsTests
{
    private static readonly PropertyInfo[] Properties = typeof(ArticleColumns).GetProperties(BindingFlags.Instance | BindingFlags.Public);

    [Fact]
    public void A_column_is_named_as_in_the_table_and_stays_the_same()
    {
        ArticleColumns columns = new();

        Column<Article>[] first = Ask(columns);

        Assert.Equal(ArticleModel.Instance.Columns.Select(static column => column.Name), first.Select(static column => column.Name));
        Assert.Equal(first, Ask(columns));
    }

    [Fact]
    public async Task Threads_that_ask_at_once_get_the_same_columns()
    {
        for (int round = 0; round < 50; round++)
        {
            ArticleColumns columns = new();
            using Barrier start = new(4);
            Column<Article>[][] asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    Assert.True(start.SignalAndWait(TimeSpan.FromMinutes(1)));
                    return Ask(columns);
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            Assert.All(asked, mine => Assert.Equal(asked[0], mine));
        }
    }

    private static Column<Article>[] Ask(ArticleColumns columns) => [.. Properties.Select(property => (Column<Article>)property.GetValue(columns)!)];
}
