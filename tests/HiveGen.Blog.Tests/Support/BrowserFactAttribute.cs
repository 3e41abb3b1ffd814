using Xunit;

namespace HiveGen.Blog.Tests.Support;

/// <summary>A test in a real browser. Without one it is skipped and says what to install; in CI it is never skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        bool inCi = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
        if (!inCi && !File.Exists(Browser.ExecutablePath))
        {
            Skip = $"There is no Chromium at {Browser.ExecutablePath}: install it (Debian: apt-get install chromium) or set HIVEGEN_CHROMIUM to its path.";
        }
    }
}
