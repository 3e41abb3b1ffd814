using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace HiveGen.Docs.Tests.Reference;

/// <summary>A configuration that notes every key it is asked for.</summary>
internal sealed class RecordedConfiguration(IConfiguration inner, ISet<string> asked) : IConfiguration
{
    public string? this[string key]
    {
        get
        {
            asked.Add(key);
            return inner[key];
        }
        set => inner[key] = value;
    }

    public IConfigurationSection GetSection(string key) => new Section(inner.GetSection(key), asked);

    public IEnumerable<IConfigurationSection> GetChildren() => inner.GetChildren().Select(child => new Section(child, asked));

    public IChangeToken GetReloadToken() => inner.GetReloadToken();

    private sealed class Section(IConfigurationSection inner, ISet<string> asked) : IConfigurationSection
    {
        public string? this[string key]
        {
            get
            {
                asked.Add($"{inner.Path}:{key}");
                return inner[key];
            }
            set => inner[key] = value;
        }

        public string Key => inner.Key;

        public string Path => inner.Path;

        public string? Value
        {
            get => inner.Value;
            set => inner.Value = value;
        }

        public IConfigurationSection GetSection(string key)
        {
            asked.Add($"{inner.Path}:{key}");
            return new Section(inner.GetSection(key), asked);
        }

        public IEnumerable<IConfigurationSection> GetChildren() => inner.GetChildren().Select(child => new Section(child, asked));

        public IChangeToken GetReloadToken() => inner.GetReloadToken();
    }
}
