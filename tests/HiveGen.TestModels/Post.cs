using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace HiveGen.TestModels;

[HiveModel(Sync = "posts")]
[Index(nameof(Account), nameof(CreatedAt))]
public sealed partial class Post
{
    [Link(OnDelete = LinkAction.Cascade)]
    public required Link<Account> Account { get; set; }

    [StringLength(200, MinimumLength = 1)]
    public required string Title { get; set; }

    public string? Body { get; set; }

    [Index]
    public PostState State { get; set; } = PostState.Draft;

    public bool Published { get; set; }

    [Range(0, int.MaxValue)]
    public int Views { get; set; }

    [Scale(2)]
    public decimal? Price { get; set; }

    [JsonColumn]
    public JsonElement? Tags { get; set; }

    [LocalOnly]
    public string? Note { get; set; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; set; }

    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; set; }
}
