using System.Reflection;

namespace HiveGen.Json;

/// <summary>Attributes without reflection: what documents read from a generated property.</summary>
internal sealed class HiveAttributes(Attribute[] attributes) : ICustomAttributeProvider
{
    public object[] GetCustomAttributes(bool inherit) => [.. attributes];

    public object[] GetCustomAttributes(Type attributeType, bool inherit) => [.. attributes.Where(attributeType.IsInstanceOfType)];

    public bool IsDefined(Type attributeType, bool inherit) => attributes.Any(attributeType.IsInstanceOfType);
}
