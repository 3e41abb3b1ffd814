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

    private static Column<Article>[] Ask(ArticleColumns columns) => [.. Properties.Select(property => (Column<Article>)property.GetValue(columns)!)];
}
