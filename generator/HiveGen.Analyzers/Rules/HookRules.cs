using Microsoft.CodeAnalysis;

namespace HiveGen.Analyzers.Rules;

/// <summary>The rules of hooks.</summary>
internal static class HookRules
{
    public static readonly DiagnosticDescriptor NotMarked = Rule.Warning("HIVE0201", Categories.Hooks, "The hooks never run", "'{0}' derives from the hooks of '{1}', but is not marked [HiveHooks], so nothing calls it");

    public static readonly DiagnosticDescriptor NotAHook = Rule.Warning("HIVE0202", Categories.Hooks, "The method is never called", "'{0}' overrides no hook, so nothing calls it; {1}");

    public static readonly DiagnosticDescriptor Blocking = Rule.Warning("HIVE0203", Categories.Hooks, "A hook blocks its thread", "'{0}' blocks the thread of the hook; await instead");

    public static readonly DiagnosticDescriptor WaitUntilTooLate = Rule.Warning("HIVE0204", Categories.Hooks, "WaitUntil is given work that has ended", "{0} has ended already, so there is nothing to wait for; give WaitUntil the task without awaiting it first");
}
