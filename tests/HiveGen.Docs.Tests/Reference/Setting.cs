using System.Collections;
using System.Globalization;
using System.Reflection;

namespace HiveGen.Docs.Tests.Reference;

/// <summary>A setting: a property of an options class, and the key under which the configuration has it.</summary>
/// <param name="Key">Such as <c>Hive:Dispatch:SendTimeout</c>.</param>
/// <param name="Property">The property.</param>
/// <param name="Owner">From the options at the root to the object that has the property.</param>
internal sealed record Setting(string Key, PropertyInfo Property, Func<object, object> Owner)
{
    /// <summary>What a configuration can hold; the rest of an options class is for code.</summary>
    private static readonly HashSet<Type> Simple = [typeof(string), typeof(bool), typeof(int), typeof(int?), typeof(long), typeof(TimeSpan)];

    /// <summary>The settings of an options class, with those of the options in it.</summary>
    public static IEnumerable<Setting> Of(Type options, string section) => Of(options, section, static root => root);

    /// <summary>As the environment spells the key.</summary>
    public string Variable => Key.Replace(":", "__", StringComparison.Ordinal);

    public string Type => Property.PropertyType switch
    {
        var type when type == typeof(TimeSpan) => "time",
        var type when type == typeof(bool) => "bool",
        var type when type == typeof(string) => "text",
        { IsEnum: true } type => string.Join(", ", Enum.GetNames(type).Select(static name => $"`{name}`")),
        var type when IsList(type) => "list of texts",
        _ => "number",
    };

    /// <summary>The value that it has when nothing is configured.</summary>
    public string Default(object options) => Value(options) switch
    {
        null => "",
        bool value => value ? "`true`" : "`false`",
        IEnumerable<string> list => list.Any() ? string.Join(", ", list) : "",
        IFormattable value => $"`{value.ToString(null, CultureInfo.InvariantCulture)}`",
        object value => $"`{value}`",
    };

    public object? Value(object options) => Property.GetValue(Owner(options));

    /// <summary>Another value than the default, as the configuration spells it.</summary>
    public string Sample(object options) => Property.PropertyType switch
    {
        var type when type == typeof(TimeSpan) => "00:00:07",
        var type when type == typeof(bool) => ((bool)Value(options)! ? "false" : "true"),
        var type when type == typeof(string) => "sample",
        { IsEnum: true } type => Enum.GetNames(type).First(name => name != Value(options)!.ToString()),
        var type when IsList(type) => Property.Name switch
        {
            nameof(HiveMigrationOptions.Allow) => "drop-table:sample",
            nameof(HiveSyncOptions.TrustedProxies) => "192.0.2.1",
            _ => "a-secret-that-is-long-enough-to-be-taken",
        },
        _ => (Convert.ToInt64(Value(options) ?? 1000, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture),
    };

    private static IEnumerable<Setting> Of(Type options, string section, Func<object, object> owner)
    {
        foreach (PropertyInfo property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(static property => property.MetadataToken))
        {
            if (Simple.Contains(property.PropertyType) || property.PropertyType.IsEnum || IsList(property.PropertyType))
            {
                yield return new Setting($"{section}:{property.Name}", property, owner);
            }
            else if (property.PropertyType.Namespace == options.Namespace && property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal))
            {
                foreach (Setting inner in Of(property.PropertyType, $"{section}:{property.Name}", root => property.GetValue(owner(root))!))
                {
                    yield return inner;
                }
            }
        }
    }

    private static bool IsList(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) && type.GenericTypeArguments is [var item] && item == typeof(string);
}
