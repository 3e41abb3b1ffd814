using System.Text.Json;

namespace HiveGen.Tests;

/// <summary>A record that <see cref="RestApi"/> keeps; without data it was removed.</summary>
internal sealed record RestRow(long Version, string? Home, JsonElement? Data);
