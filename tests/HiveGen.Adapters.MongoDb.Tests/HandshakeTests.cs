using System.Security.Cryptography;
using System.Text;
using HiveGen.Adapters.MongoDb;
using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>What is said on a new connection, and how long one is kept.</summary>
public sealed class HandshakeTests
{
    private static readonly byte[] Salt = [1, 2, 3, 4, 5, 6, 7, 8];

    [Fact]
    public async Task A_server_that_does_not_know_hello_is_asked_by_its_former_name()
    {
        await using FakeMongo server = new() { KnowsHello = false };
        await using MongoWire wire = Wire(server.Url);
        await PingAsync(wire);
        Assert.Equal(["hello", "isMaster", "ping"], server.Commands);
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public async Task A_server_older_than_pipelines_in_updates_is_refused(int version, bool taken)
    {
        await using FakeMongo server = new() { WireVersion = version };
        await using MongoWire wire = Wire(server.Url);
        if (taken)
        {
            await PingAsync(wire);
            return;
        }

        TargetException old = await Assert.ThrowsAsync<TargetException>(() => PingAsync(wire));
        Assert.Equal(TargetFailure.Configuration, old.Failure);
        Assert.Contains("4.2", old.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Servers_that_the_primary_told_of_are_asked_when_those_of_the_string_are_gone()
    {
        FakeMongo first = new();
        await using FakeMongo second = new() { Primary = "me" };
        first.Hosts = [$"127.0.0.1:{first.Port}", $"127.0.0.1:{second.Port}"];
        await using MongoWire wire = Wire(first.Url);
        await PingAsync(wire);
        first.Answer = static (_, _) => null;
        await first.DisposeAsync();
        await Assert.ThrowsAnyAsync<IOException>(() => PingAsync(wire));
        await PingAsync(wire);
        Assert.Equal(["hello", "ping"], second.Commands);
    }

    [Theory]
    [InlineData("?directConnection=true", true)]
    [InlineData("", false)]
    public async Task A_secondary_is_used_only_when_it_is_asked_for(string options, bool used)
    {
        await using FakeMongo server = new() { IsPrimary = false };
        await using MongoWire wire = Wire(server.Url + options);
        if (!used)
        {
            Assert.Equal(TargetFailure.Transient, (await Assert.ThrowsAsync<TargetException>(() => PingAsync(wire))).Failure);
            return;
        }

        await PingAsync(wire);
        Assert.Equal(["hello", "ping"], server.Commands);
    }

    [Fact]
    public async Task A_connection_that_nobody_used_for_long_is_not_used_again()
    {
        FakeTimeProvider clock = new();
        await using FakeMongo server = new();
        await using MongoWire wire = new(MongoUrl.Parse("key", server.Url + "?maxIdleTimeMS=60000"), clock);
        await PingAsync(wire);
        clock.Advance(TimeSpan.FromSeconds(59));
        await PingAsync(wire);
        Assert.Equal(["hello", "ping", "ping"], server.Commands);
        clock.Advance(TimeSpan.FromSeconds(60));
        await PingAsync(wire);
        Assert.Equal(["hello", "ping", "ping", "hello", "ping"], server.Commands);
    }

    [Fact]
    public async Task A_client_that_was_disposed_connects_to_nobody()
    {
        await using FakeMongo server = new();
        MongoWire wire = Wire(server.Url);
        await wire.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => PingAsync(wire));
        Assert.Empty(server.Commands);
    }

    [Theory]
    [InlineData(true, new[] { "hello", "saslStart", "saslContinue", "ping" })]
    [InlineData(false, new[] { "hello", "saslStart", "saslContinue", "saslContinue", "ping" })]
    public async Task A_log_in_ends_when_the_server_says_so(bool skips, string[] commands)
    {
        ScramServer scram = new("pencil") { SkipsEmpty = skips };
        await using FakeMongo server = new() { LogIn = scram.Answer };
        await using MongoWire wire = Wire(server.Url.Replace("//", "//user:pencil@", StringComparison.Ordinal));
        await PingAsync(wire);
        Assert.Equal(commands, server.Commands);
    }

    [Fact]
    public async Task A_server_that_does_not_know_the_password_hears_no_command()
    {
        ScramServer scram = new("guessed");
        await using FakeMongo server = new() { LogIn = scram.Answer };
        await using MongoWire wire = Wire(server.Url.Replace("//", "//user:pencil@", StringComparison.Ordinal));
        TargetException untrusted = await Assert.ThrowsAsync<TargetException>(() => PingAsync(wire));
        Assert.Equal(TargetFailure.Configuration, untrusted.Failure);
        Assert.DoesNotContain("pencil", untrusted.ToString(), StringComparison.Ordinal);
        Assert.Equal(["hello", "saslStart", "saslContinue"], server.Commands);
    }

    [Fact]
    public void A_salted_password_is_of_its_salt_and_its_iterations()
    {
        ScramKeys keys = new("pencil");
        byte[] first = keys.Salted(Salt, 4096);
        Assert.Same(first, keys.Salted([.. Salt], 4096));
        Assert.NotEqual(first, keys.Salted(Salt, 4097));
        Assert.NotEqual(keys.Salted([.. Salt, 9], 4097), keys.Salted(Salt, 4097));
    }

    private static MongoWire Wire(string url) => new(MongoUrl.Parse("key", url), TimeProvider.System);

    private static async Task PingAsync(MongoWire wire)
    {
        BsonWriter w = new();
        w.Begin();
        w.Int32("ping"u8, 1);
        w.Text("$db"u8, "app");
        w.End();
        Assert.Null(MongoAnswer.Failure((await wire.RunCommandAsync("app", w.Written, CancellationToken.None)).Span));
    }

    /// <summary>The server's side of a log-in, which takes any proof and proves the password it has itself.</summary>
    private sealed class ScramServer(string password)
    {
        private string first = "";

        public bool SkipsEmpty { get; init; } = true;

        public (string Payload, bool Done) Answer(string said)
        {
            if (said.StartsWith("n,,", StringComparison.Ordinal))
            {
                string nonce = said[(said.IndexOf("r=", StringComparison.Ordinal) + 2)..];
                first = $"{said[3..]},r={nonce}server,s={Convert.ToBase64String(Salt)},i=4096";
                return (first[(said.Length - 2)..], false);
            }

            if (said.Length == 0)
            {
                return ("", true);
            }

            byte[] key = HMACSHA256.HashData(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), Salt, 4096, HashAlgorithmName.SHA256, 32), "Server Key"u8);
            string proven = $"{first},{said[..said.IndexOf(",p=", StringComparison.Ordinal)]}";
            return ("v=" + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(proven))), SkipsEmpty);
        }
    }
}
