using System;

namespace HiveGen;

/// <summary>The property never leaves the Hive: it is in no target, no sync body and no generated JSON.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class LocalOnlyAttribute : Attribute;
