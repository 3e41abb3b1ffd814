using HiveGen.Targets;
using HiveGen.TestModels;

namespace HiveGen.Tests;

/// <summary>Compares what is stored, byte for byte.</summary>
internal static class Rows
{
    /// <summary>Asserts that the target holds what the Hive holds, in every synced model.</summary>
    public static void AssertSame(string hive, string replica)
    {
        foreach (HiveModel model in Hive.Schema.Models)
        {
            if (model.Sync is { } sync)
            {
                // Field by field, so that a difference names its field.
                foreach (SyncField field in sync.Fields)
                {
                    string[] of = [sync.Name + '.' + field.Name];
                    Assert.Equal(of.Concat(Of(hive, model.Table, sync, field)), of.Concat(Of(replica, sync.Name + "_live", sync, field)));
                }
            }
        }
    }

    // As SQL literals, which tell types and every bit.
    private static List<string> Of(string file, string table, SyncModel model, SyncField field)
        => Sql.Read(file, $"SELECT quote(\"{field.Column}\") FROM \"{table}\" ORDER BY \"{model.Fields[0].Column}\"");

    /// <summary>Lets the replica itself write down what must never happen to a row.</summary>
    public static void Watch(string replica)
    {
        Sql.Execute(replica, "CREATE TABLE wrong (what TEXT)");
        foreach (SyncModel model in CentralApp.Models)
        {
            Sql.Execute(replica, $"""
                CREATE TRIGGER "watch_{model.Name}" AFTER UPDATE ON "{model.Name}" WHEN NEW._version < OLD._version OR (OLD._deleted = 1 AND NEW._deleted = 0) BEGIN
                  INSERT INTO wrong VALUES (printf('%s went from version %d to %d, deleted %d to %d', OLD.id, OLD._version, NEW._version, OLD._deleted, NEW._deleted));
                END;
                CREATE TRIGGER "watch_{model.Name}_removed" AFTER DELETE ON "{model.Name}" BEGIN
                  INSERT INTO wrong VALUES (OLD.id || ' vanished without a ghost');
                END
                """);
        }
    }

    /// <summary>What happened that must not.</summary>
    public static List<string> Wrong(string replica) => Sql.Read(replica, "SELECT what FROM wrong");
}
