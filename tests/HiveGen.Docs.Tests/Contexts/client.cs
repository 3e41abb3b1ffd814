global using Microsoft.Data.Sqlite;

namespace Shop;

internal static class Client
{
    public static Hive hive => null!;
    public static string id => "";
    public static string[] ids => [];
    public static Account ada => null!;
    public static Session session => null!;
    public static List<Account> list => [];
}

[HiveModel(Plural = "Tasks")]
public sealed partial class TaskItem
{
    public TaskState State { get; set; }
    public DateTimeOffset Due { get; set; }
}

public enum TaskState { Ready, Running, Done }
