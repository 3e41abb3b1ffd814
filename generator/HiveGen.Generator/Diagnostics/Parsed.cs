using System;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Diagnostics;

/// <summary>
/// What the parser made of one annotated class: the spec, or nothing when it was refused; and what is wrong with it. Split at
/// once: specs go to the writers, the rest to the diagnostics.
/// </summary>
/// <typeparam name="T">The spec.</typeparam>
internal sealed record Parsed<T>(T? Spec, string Name, Location Location, EquatableArray<DiagnosticInfo> Diagnostics)
    where T : class, IEquatable<T>;
