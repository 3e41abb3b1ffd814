using System.Globalization;

namespace HiveGen.Tests;

/// <summary>Makes models, and changes them.</summary>
internal sealed class RandomShapes(Random random)
{
    private static readonly string[] Types =
        ["text", "int64", "int32", "uint8", "bool", "decimal(0)", "decimal(2)", "decimal(4)", "double", "enum(A,B,C)", "enum(A,B)", "enum(C,B,A,D)"];

    private int names;

    public World First()
    {
        World world = new([], new Dictionary<string, string>());
        for (int i = random.Next(2, 5); i > 0; i--)
        {
            world = AddModel(world);
        }

        return world;
    }

    /// <summary>One to four changes.</summary>
    public World Next(World world)
    {
        world = world.Settled();
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            world = Change(world);
        }

        return world;
    }

    private World Change(World world)
    {
        if (world.Models.Count == 0)
        {
            return AddModel(world);
        }

        ModelShape model = Any(world.Models);
        ColumnShape column = Any(model.Columns);
        return random.Next(14) switch
        {
            0 => AddModel(world),
            1 => DropModel(world, model),
            2 => RenameModel(world, model),
            3 or 4 => world.With(model, model.Add(NewColumn(world))),
            5 => column.IsId ? world : world.With(model, WithoutChecks(model, column).Drop(column.Name)),
            6 => column.IsId ? world : Rename(world, model, column),
            7 or 8 => column.IsId ? world : world.With(model, model.Change(column.Name, old => Typed(old with { Link = null, OnDelete = default }, Any(Types)))),
            9 => column.IsId ? world : world.With(model, model.Change(column.Name, static old => old.Nullable && old.OnDelete == LinkAction.SetNull ? old : old with { Nullable = !old.Nullable })),
            10 => column.IsId ? world : world.With(model, model.Change(column.Name, static old => old with { Unique = !old.Unique })),
            11 => column.IsId ? world : world.With(model, model.Change(column.Name, old => old.Link is null ? old with { Default = Default(old.Type) } : old with { OnDelete = Action(old) })),
            12 => column.IsId ? world : Link(world, model, column),
            _ => world.With(model, model with { Checks = model.Checks.Count > 0 ? [] : [$"\"{column.Name}\" <> 'B'"] }),
        };
    }

    private World AddModel(World world)
    {
        ModelShape model = new(Name("t"), random.Next(2) == 0 ? ModelShape.TextId : ModelShape.NumberId) { Synced = random.Next(4) > 0 };
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            model = model.Add(NewColumn(world));
        }

        return world with { Models = [.. world.Models, model] };
    }

    private static World DropModel(World world, ModelShape model)
        => world.Models.Any(other => other.Columns.Any(column => column.Link == model.Table)) ? world : world with { Models = [.. world.Models.Where(other => other != model)] };

    private World RenameModel(World world, ModelShape model)
    {
        string name = Name("t");
        string before = world.TableBefore(model.Table);
        Dictionary<string, string> names = new(world.Before) { [name] = before };
        foreach (ColumnShape column in model.Columns)
        {
            names[$"{name}.{column.Name}"] = world.ColumnBefore(model.Table, column.Name);
        }

        return new World(
            [.. world.Models.Select(other => Relinked(ReferenceEquals(other, model) ? model with { Table = name, Former = [model.Table, .. model.Former] } : other, model.Table, name))],
            names);
    }

    private static ModelShape Relinked(ModelShape model, string old, string name)
        => model with { Columns = [.. model.Columns.Select(column => column.Link == old ? column with { Link = name } : column)] };

    private World Rename(World world, ModelShape model, ColumnShape column)
    {
        string name = Name("c");
        Dictionary<string, string> names = new(world.Before) { [$"{model.Table}.{name}"] = world.ColumnBefore(model.Table, column.Name) };
        ModelShape renamed = model.Change(column.Name, old => old with { Name = name, Former = [old.Name, .. old.Former] });
        return new World(world.With(model, renamed with { Checks = [.. model.Checks.Select(check => check.Replace($"\"{column.Name}\"", $"\"{name}\"", StringComparison.Ordinal))] }).Models, names);
    }

    /// <summary>Makes a link of a column, or a column of a link.</summary>
    private World Link(World world, ModelShape model, ColumnShape column)
    {
        if (column.Link is not null)
        {
            return world.With(model, model.Change(column.Name, static old => old with { Link = null, OnDelete = default }));
        }

        ModelShape target = Any(world.Models);
        return world.With(model, model.Change(column.Name, old => Linked(old with { Default = null }, target)));
    }

    private ColumnShape NewColumn(World world)
    {
        bool nullable = random.Next(3) > 0;
        ColumnShape column = Typed(new ColumnShape(Name("c"), "text") { Nullable = nullable, Unique = random.Next(6) == 0, Index = random.Next(6) == 0 }, Any(Types));
        return random.Next(4) == 0 && world.Models.Count > 0 ? Linked(column with { Default = null }, Any(world.Models))
            : nullable || random.Next(4) == 0 ? column
            : column with { Default = Default(column.Type) };
    }

    private ColumnShape Linked(ColumnShape column, ModelShape target)
    {
        ColumnShape link = column with { Type = target.Columns[0].Type, Link = target.Table };
        return link with { OnDelete = Action(link) };
    }

    private LinkAction Action(ColumnShape link) => link.Nullable ? (LinkAction)random.Next(3) : (LinkAction)random.Next(2);

    private ColumnShape Typed(ColumnShape column, string type)
        => column with { Type = type, Default = column.Default is null || type == column.Type ? column.Default : Default(type) };

    private static ModelShape WithoutChecks(ModelShape model, ColumnShape column)
        => model with { Checks = [.. model.Checks.Where(check => !check.Contains($"\"{column.Name}\"", StringComparison.Ordinal))] };

    private string Default(string type) => type.Split('(')[0] switch
    {
        "text" => random.Next(2) == 0 ? "'it''s (a, \"default\")'" : "'B'",
        "enum" => "'B'",
        "bool" => "1",
        "double" => "2.5",
        _ => random.Next(100).ToString(CultureInfo.InvariantCulture),
    };

    private string Name(string prefix) => prefix + (++names).ToString(CultureInfo.InvariantCulture);

    private T Any<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
