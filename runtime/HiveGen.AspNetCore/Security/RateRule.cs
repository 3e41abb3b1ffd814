namespace HiveGen.Security;

/// <summary>How many requests in which time.</summary>
internal readonly record struct RateRule(int Permits, TimeSpan Window);
