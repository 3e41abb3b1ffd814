using System.Globalization;

namespace HiveGen.Culture.Tests;

/// <summary>Cultures that write letters, numbers or dates in a way of their own, and what they change.</summary>
internal static class Cultures
{
    /// <summary>Turkish letter case, German numbers, Arabic and Persian calendars and signs, a Buddhist year, a Swedish minus.</summary>
    public static TheoryData<string> Odd => new("tr-TR", "de-DE", "ar-SA", "fa-IR", "th-TH", "sv-SE");

    /// <summary>Runs work on a thread of its own that lives in this culture, and so do those it starts.</summary>
    public static T In<T>(CultureInfo culture, Func<Task<T>> work)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        CultureInfo? others = CultureInfo.DefaultThreadCurrentCulture;
        CultureInfo.DefaultThreadCurrentCulture = culture;
        try
        {
            return work().GetAwaiter().GetResult();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.DefaultThreadCurrentCulture = others;
        }
    }
}
