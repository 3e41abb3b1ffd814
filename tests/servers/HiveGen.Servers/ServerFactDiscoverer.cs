using Xunit.Abstractions;
using Xunit.Sdk;

namespace HiveGen.Servers;

/// <summary>Makes the test cases of <see cref="ServerFactAttribute"/>.</summary>
public sealed class ServerFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    /// <inheritdoc/>
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
        => new ServerTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}
