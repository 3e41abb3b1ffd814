using System;

namespace HiveGen;

/// <summary>
/// Registers a class derived from a model's generated <c>Hooks</c> base. It is made by dependency injection, once an operation.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class HiveHooksAttribute : Attribute;
