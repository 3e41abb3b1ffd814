using System;

namespace HiveGen;

/// <summary>
/// Marks the partial class that becomes the database: one typed set a model. Without one, a class <c>Hive</c> is
/// generated in the project's root namespace.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class HiveDatabaseAttribute : Attribute;
