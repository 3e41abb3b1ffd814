using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HiveGen.Tests;

/// <summary>The keys of the project under test.</summary>
public static class SupabaseKeys
{
    public const string Secret = "sb_secret_test";
    public const string Publishable = "sb_publishable_test";
    public const string SigningSecret = "a-test-secret-of-at-least-32-characters";

    /// <summary>The token of a role, as the older keys are: until the year 2100.</summary>
    public static string TokenOf(string role)
    {
        string text = Encode("""{"alg":"HS256","typ":"JWT"}""") + "." + Encode($$"""{"role":"{{role}}","iss":"supabase","exp":4102444800}""");
        return text + "." + Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(SigningSecret), Encoding.UTF8.GetBytes(text)));
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
