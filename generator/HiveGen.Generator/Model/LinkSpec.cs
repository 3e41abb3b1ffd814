namespace HiveGen.Generator.Model;

/// <summary>A link to another model.</summary>
/// <param name="Target">The full name of the class linked to.</param>
/// <param name="Table">Its table.</param>
/// <param name="Key">The type of its ids: Text, Int64 or Guid.</param>
/// <param name="OnDelete">The name of the <c>LinkAction</c>.</param>
internal sealed record LinkSpec(string Target, string Table, PropertyKind Key, string OnDelete);
