namespace HiveGen.Tests.Models;

public sealed class ArticleSet(HiveEngine engine) : RecordSet<Article, string, ArticleColumns, ArticleChanges>(engine, ArticleColumns.Instance);
