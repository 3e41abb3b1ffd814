using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using HiveGen.Generator.Diagnostics;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Parsing;

/// <summary>Looks at all models at once: which of them collide, and in which order they are made.</summary>
internal static class AssemblyParser
{
    public static AssemblySpec Parse(ImmutableArray<Parsed<ModelRef>> parsed, DatabaseSpec? database)
    {
        List<string> refused = [];
        List<ModelRef> accepted = [];
        Collisions collisions = new(database);
        foreach (Parsed<ModelRef> model in Sorted(parsed))
        {
            if (model.Spec is null || collisions.Find(model, null))
            {
                refused.Add(model.Name);
            }
            else
            {
                accepted.Add(model.Spec);
            }
        }

        return new AssemblySpec(new(Ordered(accepted)), new(refused));
    }

    /// <summary>What is wrong between models, at the later one in the order of names.</summary>
    public static EquatableArray<DiagnosticInfo> Diagnose(ImmutableArray<Parsed<ModelRef>> parsed, DatabaseSpec? database)
    {
        DiagnosticSink sink = new();
        Collisions collisions = new(database);
        foreach (Parsed<ModelRef> model in Sorted(parsed))
        {
            if (model.Spec is not null)
            {
                collisions.Find(model, sink);
            }
        }

        return sink.ToArray();
    }

    /// <returns>Null when the model itself is refused.</returns>
    public static AcceptedModel? Accept(ModelSpec model, EquatableArray<string> refused)
    {
        if (refused.Count == 0)
        {
            return new AcceptedModel(model, default);
        }

        if (refused.Contains(model.Type.FullName))
        {
            return null;
        }

        List<string>? links = null;
        foreach (PropertySpec p in model.Properties)
        {
            if (p.Link is not null && refused.Contains(p.Link.Target))
            {
                (links ??= []).Add(p.Link.Target);
            }
        }

        return new AcceptedModel(model, new(links));
    }

    /// <summary>What the files that only name the models need of them, so that another table or sync name leaves those files alone.</summary>
    public static AssemblySpec Names(AssemblySpec assembly)
    {
        List<ModelRef> models = new(assembly.Models.Count);
        foreach (ModelRef model in assembly.Models)
        {
            models.Add(model with { Table = "", Plural = "", Links = default, Sync = null });
        }

        return new AssemblySpec(new(models), default);
    }

    /// <summary>The models that have hooks.</summary>
    public static ImmutableArray<TypeSpec> Hooked(AssemblySpec assembly, ImmutableArray<string> names)
    {
        ImmutableArray<TypeSpec>.Builder hooked = ImmutableArray.CreateBuilder<TypeSpec>();
        foreach (ModelRef model in assembly.Models)
        {
            if (names.Contains(model.Type.FullName))
            {
                hooked.Add(model.Type);
            }
        }

        return hooked.ToImmutable();
    }

    public static ModelRef Project(ModelSpec model)
    {
        List<string>? links = null;
        List<string>? contexts = null;
        foreach (PropertySpec p in model.Properties)
        {
            if (p.Link is not null && links?.Contains(p.Link.Target) is not true)
            {
                (links ??= []).Add(p.Link.Target);
            }

            if (p.Context is not null && contexts?.Contains(p.Context) is not true)
            {
                (contexts ??= []).Add(p.Context);
            }
        }

        return new ModelRef(model.Type, model.Table, model.Plural, model.Sync, new(links), new(contexts));
    }

    private static List<Parsed<ModelRef>> Sorted(ImmutableArray<Parsed<ModelRef>> parsed)
    {
        List<Parsed<ModelRef>> sorted = [.. parsed];
        sorted.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return sorted;
    }

    /// <summary>By name, but linked models first, as far as links go round in no circle.</summary>
    private static List<ModelRef> Ordered(List<ModelRef> models)
    {
        Dictionary<string, ModelRef> open = new(StringComparer.Ordinal);
        foreach (ModelRef model in models)
        {
            open[model.Type.FullName] = model;
        }

        List<ModelRef> ordered = new(models.Count);
        foreach (ModelRef model in models)
        {
            Visit(model, open, ordered);
        }

        return ordered;
    }

    private static void Visit(ModelRef model, Dictionary<string, ModelRef> open, List<ModelRef> ordered)
    {
        if (!open.Remove(model.Type.FullName))
        {
            return;
        }

        foreach (string link in model.Links)
        {
            if (open.TryGetValue(link, out ModelRef? target))
            {
                Visit(target, open, ordered);
            }
        }

        ordered.Add(model);
    }
}
