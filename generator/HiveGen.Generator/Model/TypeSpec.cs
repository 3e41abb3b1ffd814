using System.Text;

namespace HiveGen.Generator.Model;

/// <summary>Where a type of the user stands, so that more of it can be written.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Containers">The types around it, outermost first.</param>
/// <param name="Keyword"><c>class</c> or <c>record</c>.</param>
/// <param name="Name">The name, unescaped.</param>
/// <param name="IsPublic">Whether it is declared public.</param>
/// <param name="IsVisible">Whether it and all types around it are public.</param>
internal sealed record TypeSpec(string Namespace, EquatableArray<ContainerSpec> Containers, string Keyword, string Name, bool IsPublic, bool IsVisible)
{
    private Memo prefix;

    public string Accessibility => IsPublic ? "public" : "internal";

    /// <summary>The name of a generated type beside this one.</summary>
    public string Beside(string suffix) => Qualified(Name + suffix);

    public string FullName => Qualified(Name);

    /// <summary>The name without <c>global::</c>, for files and messages.</summary>
    public string HintName
    {
        get
        {
            StringBuilder text = new(Namespace);
            foreach (ContainerSpec container in Containers)
            {
                text.Append(text.Length == 0 ? "" : ".").Append(container.Name);
            }

            return text.Append(text.Length == 0 ? "" : ".").Append(Name).ToString();
        }
    }

    private string Qualified(string name) => (prefix.Text ??= Prefix()) + CSharpNames.Escape(name);

    /// <summary>The namespace and the types around it; the name is no part of it, so a copy with another name may keep it.</summary>
    private string Prefix()
    {
        StringBuilder text = new("global::");
        CSharpNames.AppendEscaped(text, Namespace);
        text.Append(Namespace.Length == 0 ? "" : ".");
        foreach (ContainerSpec container in Containers)
        {
            CSharpNames.AppendEscaped(text, container.Name);
            text.Append('.');
        }

        return text.ToString();
    }
}
