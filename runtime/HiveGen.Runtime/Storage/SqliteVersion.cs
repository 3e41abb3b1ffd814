using System.Globalization;
using HiveGen.Storage.Native;

namespace HiveGen.Storage;

/// <summary>The SQLite that is loaded.</summary>
internal static class SqliteVersion
{
    /// <summary>As <c>3.50.4</c>.</summary>
    public static string Text => Format(NativeMethods.sqlite3_libversion_number());

    /// <summary>Whether concurrent writers or checkpointers may corrupt a file.</summary>
    public static bool HasWalResetBug => IsAffected(NativeMethods.sqlite3_libversion_number());

    internal static bool IsAffected(int version) => version switch
    {
        >= 3051003 => false,
        >= 3050007 and < 3051000 => false,
        >= 3044006 and < 3045000 => false,
        _ => true,
    };

    internal static string Format(int version)
        => string.Create(CultureInfo.InvariantCulture, $"{version / 1000000}.{version / 1000 % 1000}.{version % 1000}");
}
