using System.ComponentModel.DataAnnotations;
using HiveGen;

namespace Notes;

[HiveModel(Sync = "authors")]
public sealed partial class Author
{
    [Unique, EmailAddress] public required string Email { get; set; }
    [StringLength(100)] public string? Name { get; set; }
    [LocalOnly] public string? Remark { get; set; }
    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }
}
