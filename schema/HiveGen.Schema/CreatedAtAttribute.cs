using System;

namespace HiveGen;

/// <summary>The time at which the record was added. Set by the Hive unless the app sets it; never required on the wire.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class CreatedAtAttribute : Attribute;
