using System.ComponentModel;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace HiveGen.Servers;

/// <summary>A test whose class says which servers it needs.</summary>
public sealed class ServerTestCase : XunitTestCase
{
    /// <summary>For the test runner, which carries test cases from process to process.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For the test runner.")]
    public ServerTestCase()
    {
    }

    /// <summary>The test of a method.</summary>
    public ServerTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    /// <inheritdoc/>
    protected override string? GetSkipReason(IAttributeInfo factAttribute)
    {
        string? reason = base.GetSkipReason(factAttribute);
        foreach (RequiresAttribute requirement in TestMethod.TestClass.Class.ToRuntimeType().GetCustomAttributes<RequiresAttribute>(inherit: true))
        {
            reason ??= requirement.Missing;
        }

        return reason;
    }
}
