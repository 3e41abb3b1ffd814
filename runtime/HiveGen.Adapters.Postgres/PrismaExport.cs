using System.Globalization;
using System.Text;
using HiveGen.Export;
using HiveGen.Targets;

namespace HiveGen.Adapters.Postgres;

/// <summary>The tables of a target as a Prisma schema, for programs that read them with Prisma.</summary>
internal sealed class PrismaExport : IHiveExport
{
    private const string Head = """
        generator client {
          provider = "prisma-client"
          output   = "./generated"
        }

        datasource db {
          provider = "postgresql"
        }

        """;

    // With a prefix, for a model may have fields of these names itself.
    private const string Owned = """
          hiveVersion BigInt @map("_version")
          hiveDeleted Boolean @default(false) @map("_deleted")
          hiveHome String @map("_home")
          hiveSyncedAt DateTime @default(dbgenerated("clock_timestamp()")) @map("_synced_at") @db.Timestamptz(6)

        """;

    public string Name => "prisma";

    public string Description => "Prisma: the tables of a PostgreSQL or Neon target as a schema, for programs that read them";

    public IReadOnlyList<ExportFile> Export(HiveSchema schema)
    {
        StringBuilder text = new(Head);
        string[] names = PrismaNames.OfModels([.. schema.Synced.Select(static model => model.ModelName)]);
        foreach ((SyncModel model, string name) in schema.Synced.Zip(names))
        {
            text.Append("\nmodel ").Append(name).Append(" {\n");
            for (int index = 0; index < model.Fields.Count; index++)
            {
                Append(text, model.Fields[index], index);
            }

            text.Append(Owned).Append("\n  @@map(\"").Append(model.Name).Append("\")\n}\n");
        }

        return [new ExportFile("schema.prisma", text.ToString())];
    }

    // At a target every field but the id may be null.
    private static void Append(StringBuilder text, SyncField field, int index)
    {
        string name = PrismaNames.IsName(field.Name) ? field.Name : string.Create(CultureInfo.InvariantCulture, $"field{index}");
        (string type, string? native) = TypeOf(field);
        text.Append("  ").Append(name).Append(' ').Append(type).Append(index == 0 ? " @id" : "?");
        if (name != field.Column)
        {
            text.Append(" @map(\"").Append(field.Column).Append("\")");
        }

        text.Append(native is null ? "" : " @db." + native).Append('\n');
    }

    private static (string Type, string? Native) TypeOf(SyncField field) => field.Type switch
    {
        SyncType.Bool => ("Boolean", null),
        SyncType.Int32 => ("Int", null),
        SyncType.Int64 => ("BigInt", null),
        SyncType.Double => ("Float", null),
        SyncType.Decimal => ("Decimal", string.Create(CultureInfo.InvariantCulture, $"Decimal(19, {field.Scale})")),
        SyncType.Timestamp => ("DateTime", "Timestamptz(6)"),
        SyncType.Date => ("DateTime", "Date"),
        SyncType.Time => ("DateTime", "Time(6)"),
        SyncType.Duration => ("Unsupported(\"interval\")", null),
        SyncType.Guid => ("String", "Uuid"),
        SyncType.Blob => ("Bytes", null),
        SyncType.Json => ("Json", null),
        _ => ("String", null),
    };
}
