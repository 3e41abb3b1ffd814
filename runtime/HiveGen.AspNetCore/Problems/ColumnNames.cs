using System.Text.Json;

namespace HiveGen.Problems;

/// <summary>How JSON spells the columns of the app's models. Immutable and thread-safe.</summary>
internal sealed class ColumnNames(IEnumerable<HiveSchema> schemas)
{
    private readonly HiveModel[] models = [.. schemas.SelectMany(static schema => schema.Models)];

    /// <summary>The JSON name of <c>table.column</c>; the column's own where no model has it.</summary>
    public string Field(string tableAndColumn)
    {
        int point = tableAndColumn.IndexOf('.', StringComparison.Ordinal);
        string column = tableAndColumn[(point + 1)..];
        HiveModel? model = point < 0 ? null : Array.Find(models, candidate => candidate.Table == tableAndColumn[..point]);
        return model?.Columns.FirstOrDefault(candidate => candidate.Name == column) is { } known ? JsonNamingPolicy.CamelCase.ConvertName(known.Property) : column;
    }
}
