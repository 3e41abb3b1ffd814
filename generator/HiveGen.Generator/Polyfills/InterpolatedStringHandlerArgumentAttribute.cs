namespace System.Runtime.CompilerServices;

/// <summary>Names the argument an interpolated string handler is made with.</summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
internal sealed class InterpolatedStringHandlerArgumentAttribute(string argument) : Attribute
{
    public string Argument { get; } = argument;
}
