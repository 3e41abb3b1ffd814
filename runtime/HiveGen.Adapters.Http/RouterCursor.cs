using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>Reads the answers of <c>/sync/cursor</c> and <c>/sync/sweep</c>.</summary>
internal static class RouterCursor
{
    /// <summary>The cursor; null when there is none.</summary>
    /// <exception cref="TargetException">The answer is broken.</exception>
    public static TargetCursor? Read(RouterSettings settings, HttpAnswer answer) => Read(settings, answer, static root => CursorJson.Read(root.GetProperty("cursor"u8)));

    /// <summary>How many rows a sweep made ghosts of.</summary>
    /// <exception cref="TargetException">The answer is broken.</exception>
    public static int ReadSwept(RouterSettings settings, HttpAnswer answer) => Read(settings, answer, static root => root.GetProperty("swept"u8).GetInt32());

    /// <summary>Reads an answer; what does not fit is a broken one.</summary>
    /// <exception cref="TargetException">The answer is broken.</exception>
    public static T Read<T>(RouterSettings settings, HttpAnswer answer, Func<JsonElement, T> read) => answer.Read(read, broken => RouterErrors.Strange(settings, broken));
}
