namespace HiveGen.Tests.Models;

public sealed class ArticleSet(HiveEngine engine) : RecordSet<Article, string, ArticleColumns, ArticleChanges>(engine, ArticleColumns.Instance)
{
    protected override SqlValue Key(string id) => SqlValue.From(id);
}
