using System.Text.Json;
using HiveGen.Servers;

namespace HiveGen.Tests;

/// <summary>A key pair of a server, and tokens signed with it. Node makes them: .NET has no Ed25519.</summary>
public sealed record Tokens(string PublicKey, string ReadWrite, string ReadOnly)
{
    private const string Script = """
        const { generateKeyPairSync, sign } = require('node:crypto');
        const { publicKey, privateKey } = generateKeyPairSync('ed25519');
        const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');
        const token = access => {
          const text = part({ alg: 'EdDSA', typ: 'JWT' }) + '.' + part({ a: access });
          return text + '.' + sign(null, Buffer.from(text), privateKey).toString('base64url');
        };
        console.log(JSON.stringify({ key: publicKey.export({ type: 'spki', format: 'pem' }), rw: token('rw'), ro: token('ro') }));
        """;

    public static async Task<Tokens> MakeAsync()
    {
        string output = await ServerProcess.DoAsync(new ServerCommand(Tool.Require("node", "nodejs"), "-e", Script));
        using JsonDocument made = JsonDocument.Parse(output);
        return new Tokens(made.RootElement.GetProperty("key").GetString()!, made.RootElement.GetProperty("rw").GetString()!, made.RootElement.GetProperty("ro").GetString()!);
    }
}
