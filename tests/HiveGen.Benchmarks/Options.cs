using System.Globalization;

namespace HiveGen.Benchmarks;

/// <summary>The command line.</summary>
/// <param name="Rounds">How many rounds count.</param>
/// <param name="Warmup">How many rounds come first and do not.</param>
/// <param name="Only">Only the rows whose name holds this text; null for all.</param>
/// <param name="Builds">Measures whole builds of so many models instead; null for the rows.</param>
/// <param name="Postgres">A connection string: the rows about PostgreSQL alone are measured there. Null for all others.</param>
internal sealed record Options(int Rounds, int Warmup, string? Only, int? Builds, string? Postgres)
{
    public const string Usage = "usage: --rounds <n> (default 11)  --warmup <n> (default 2)  --only <part of a row's name>  --builds <models: measures builds of a project of so many, out of process>  --postgres <connection string of Npgsql: measures PostgreSQL alone, in tables of its own>";

    /// <summary>Reads the arguments; null when they are wrong.</summary>
    public static Options? Parse(string[] arguments)
    {
        Options options = new(11, 2, null, null, null);
        for (int i = 0; i < arguments.Length; i += 2)
        {
            string? value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
            switch (arguments[i])
            {
                case "--rounds" when isNumber && number > 0:
                    options = options with { Rounds = number };
                    break;
                case "--warmup" when isNumber:
                    options = options with { Warmup = number };
                    break;
                case "--only" when value is not null:
                    options = options with { Only = value };
                    break;
                case "--builds" when isNumber && number > 0:
                    options = options with { Builds = number };
                    break;
                case "--postgres" when value is not null:
                    options = options with { Postgres = value };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
