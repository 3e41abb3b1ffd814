namespace HiveGen.Tests;

/// <summary>A model, as the generator would be told of it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">The columns; the first is the id.</param>
internal sealed record ModelShape(string Table, params IReadOnlyList<ColumnShape> Columns)
{
    public IReadOnlyList<string> Checks { get; init; } = [];

    public IReadOnlyList<string> Former { get; init; } = [];

    /// <summary>Indexes over several columns.</summary>
    public IReadOnlyList<(bool Unique, string[] Columns)> Keys { get; init; } = [];

    /// <summary>Whether changes are logged.</summary>
    public bool Synced { get; init; } = true;

    public static ColumnShape TextId { get; } = new("id", "text");

    public static ColumnShape NumberId { get; } = new("id", "int64");

    public ColumnShape this[string column] => Columns.Single(candidate => candidate.Name == column);

    public ModelShape Add(ColumnShape column) => this with { Columns = [.. Columns, column] };

    public ModelShape Drop(string column) => this with { Columns = [.. Columns.Where(candidate => candidate.Name != column)] };

    /// <summary>With one column in another shape.</summary>
    public ModelShape Change(string column, Func<ColumnShape, ColumnShape> change)
        => this with { Columns = [.. Columns.Select(candidate => candidate.Name == column ? change(candidate) : candidate)] };

    /// <summary>With a column under another name, which names the former one.</summary>
    public ModelShape Rename(string column, string name) => Change(column, old => old with { Name = name, Former = [column] });

    public HiveModel ToModel() => new ShapeModel(this);

    public static HiveSchema Schema(params IEnumerable<ModelShape> models) => new([.. models.Select(static model => model.ToModel())], []);
}
