using System.ComponentModel.DataAnnotations;
using HiveGen;

namespace EdgeNode.Models;

/// <summary>A person who signed up here. The Blog knows it as <c>users</c> too; what this node leaves out, the Blog's defaults fill.</summary>
[HiveModel(Sync = "users")]
public sealed partial class Account
{
    [Unique, EmailAddress, StringLength(254)] public required string Email { get; set; }

    [StringLength(100)] public string? Name { get; set; }

    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }

    [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }
}
