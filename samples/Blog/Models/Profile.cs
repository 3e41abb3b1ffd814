using System.ComponentModel.DataAnnotations;
using HiveGen;

namespace Blog.Models;

/// <summary>What a person says about himself: one an account, made with it.</summary>
[HiveModel]
public sealed partial class Profile
{
    [Unique, Link(OnDelete = LinkAction.Cascade)] public required Link<Account> Account { get; set; }

    [StringLength(500)] public string Bio { get; set; } = "";

    [StringLength(2000)] public string? Avatar { get; set; }
}
