using System;

namespace HiveGen;

/// <summary>
/// The time of the last change. Moves when a synced column changes; in a model that is not synced, when any does.
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class UpdatedAtAttribute : Attribute;
