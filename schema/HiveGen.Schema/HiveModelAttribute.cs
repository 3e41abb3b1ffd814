using System;

namespace HiveGen;

/// <summary>
/// Makes a partial class or record a model of the Hive: a table, a typed client, hooks and, with <see cref="Sync"/>,
/// a place in the sync router and in every configured target.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class HiveModelAttribute : Attribute
{
    /// <summary>The SQLite table. Default: the plural in snake_case (<c>BlogPost</c> gives <c>blog_posts</c>).</summary>
    public string? Table { get; set; }

    /// <summary>The plural in C# spelling, which names the client's set. Default: English plural of the class name.</summary>
    public string? Plural { get; set; }

    /// <summary>The prefix of generated text ids (<c>acc</c> gives <c>acc_0123456789abcdef</c>). Default: the first three letters.</summary>
    public string? Prefix { get; set; }

    /// <summary>
    /// The name under which records leave the Hive: the table at SQL targets and <c>model</c> in the sync JSON.
    /// Without it the model never leaves the Hive and the router does not know it.
    /// </summary>
    public string? Sync { get; set; }
}
