using System;

namespace HiveGen;

/// <summary>
/// The property is stored as JSON text, whatever its type. Its metadata comes from the app's own
/// <c>JsonSerializerContext</c>, named by <see cref="Context"/>; <c>JsonElement</c> and <c>JsonNode</c> need none.
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class JsonColumnAttribute : Attribute
{
    /// <summary>No context: for <c>JsonElement</c> and <c>JsonNode</c>.</summary>
    public JsonColumnAttribute() { }

    /// <summary>The <c>JsonSerializerContext</c> that knows the property's type.</summary>
    public JsonColumnAttribute(Type context) => Context = context;

    /// <summary>The <c>JsonSerializerContext</c> that knows the property's type; null for the JSON types themselves.</summary>
    public Type? Context { get; }
}
