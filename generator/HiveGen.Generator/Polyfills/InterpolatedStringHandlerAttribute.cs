namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler write interpolated strings straight into the code writer on netstandard2.0.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;
