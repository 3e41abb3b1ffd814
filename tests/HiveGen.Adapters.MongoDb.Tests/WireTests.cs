using System.Buffers.Binary;
using HiveGen.Adapters.MongoDb;
using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>The built-in client against servers that break off, lie, and step down.</summary>
[Collection(nameof(AloneCollection))]
public sealed class WireTests
{
    [Fact]
    public async Task An_answer_with_a_checksum_is_read_and_a_wrong_checksum_is_not()
    {
        await using FakeMongo server = new() { Answer = static (_, id) => FakeMongo.Message(id, FakeMongo.Ok(), flags: 1) };
        await using MongoWire wire = Wire(server.Url);
        Assert.Null(MongoAnswer.Failure((await PingAsync(wire)).Span));
        server.Answer = static (_, id) =>
        {
            byte[] message = FakeMongo.Message(id, FakeMongo.Ok(), flags: 1);
            message[^1] ^= 1;
            return message;
        };
        await Assert.ThrowsAsync<InvalidDataException>(() => PingAsync(wire));
    }

    [Fact]
    public void The_checksum_is_that_of_the_standard() => Assert.Equal(0xE3069283u, OpMessage.Checksum("123456789"u8));

    [Theory]
    [InlineData("another request")]
    [InlineData("another opcode")]
    [InlineData("more to come")]
    [InlineData("a flag of the future")]
    [InlineData("another section")]
    [InlineData("two gigabytes")]
    [InlineData("less than a header")]
    [InlineData("a negative length")]
    [InlineData("a body that is cut")]
    public async Task What_is_no_answer_is_refused_and_the_connection_not_used_again(string what)
    {
        await using FakeMongo server = new() { Answer = (_, id) => Wrong(what, id) };
        await using MongoWire wire = Wire(server.Url);
        await Assert.ThrowsAsync<InvalidDataException>(async () => MongoAnswer.Failure((await PingAsync(wire)).Span));
        server.Answer = static (_, id) => FakeMongo.Message(id, FakeMongo.Ok());
        Assert.Null(MongoAnswer.Failure((await PingAsync(wire)).Span));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(40)]
    public async Task A_connection_that_ends_in_the_middle_of_an_answer_is_a_broken_one(int bytes)
    {
        await using FakeMongo server = new() { ClosesAfterAnswer = true };
        server.Answer = (_, id) => bytes > 0 ? [.. Announce(id, 30_000_000), .. new byte[bytes]] : null;
        await using MongoWire wire = Wire(server.Url);
        long before = GC.GetTotalAllocatedBytes();
        await Assert.ThrowsAnyAsync<IOException>(() => PingAsync(wire));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 10_000_000, "An announced length was allocated at once.");
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_in_time()
    {
        FakeTimeProvider clock = new();
        await using FakeMongo server = new() { Answer = static (_, _) => [] };
        await using MongoWire wire = new(MongoUrl.Parse("key", server.Url), clock);
        Task<ReadOnlyMemory<byte>> ping = PingAsync(wire);
        TimeoutException late = await Assert.ThrowsAsync<TimeoutException>(() => clock.RunUntilAsync(ping, hold: () => !server.Commands.Contains("ping")));
        Assert.Contains("30 s", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_a_stepped_down_primary_refused_goes_to_its_successor()
    {
        await using FakeMongo first = new();
        await using FakeMongo second = new() { Primary = "me" };
        await using MongoWire wire = Wire(first.Url);
        await PingAsync(wire);
        first.Answer = static (_, id) => FakeMongo.Message(id, FakeMongo.Failure(10107));
        (first.IsPrimary, first.Primary) = (false, $"127.0.0.1:{second.Port}");
        second.Primary = $"127.0.0.1:{second.Port}";
        Assert.Null(MongoAnswer.Failure((await PingAsync(wire)).Span));
        Assert.Equal(["hello", "ping"], second.Commands);
        await PingAsync(wire);
        Assert.Equal(["hello", "ping", "ping"], second.Commands);
    }

    [Fact]
    public async Task A_primary_that_says_nothing_any_more_is_not_asked_again_by_another_connection()
    {
        FakeTimeProvider clock = new();
        await using FakeMongo first = new();
        await using FakeMongo second = new() { Primary = "me" };
        await using MongoWire wire = new(MongoUrl.Parse("key", first.Url), clock);
        using Barrier both = new(2);
        first.Answer = (_, id) =>
        {
            both.SignalAndWait();
            return FakeMongo.Message(id, FakeMongo.Ok());
        };
        await Task.WhenAll(Task.Run(() => PingAsync(wire)), Task.Run(() => PingAsync(wire)));
        first.Answer = static (_, _) => [];
        (first.IsPrimary, first.Primary) = (false, $"127.0.0.1:{second.Port}");
        await Assert.ThrowsAsync<TimeoutException>(() => clock.RunUntilAsync(PingAsync(wire), hold: () => first.Commands.Count(static name => name == "ping") < 3));
        Assert.Null(MongoAnswer.Failure((await PingAsync(wire).WaitAsync(TimeSpan.FromSeconds(30))).Span));
        Assert.Contains("ping", second.Commands);
    }

    [Fact]
    public async Task A_server_that_hangs_does_not_hide_why_another_one_refuses()
    {
        FakeTimeProvider clock = new();
        await using FakeMongo hanging = new() { Hangs = true };
        await using FakeMongo other = new() { Primary = "me" };
        await using MongoWire wire = new(MongoUrl.Parse("key", $"mongodb://127.0.0.1:{hanging.Port},127.0.0.1:{other.Port}/app?replicaSet=mine"), clock);
        TargetException refused = await Assert.ThrowsAsync<TargetException>(() => clock.RunUntilAsync(PingAsync(wire), hold: () => other.Closed == 0));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Contains("replica set 'rs0'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Servers_that_hang_are_told_beside_those_that_are_no_primary()
    {
        FakeTimeProvider clock = new();
        await using FakeMongo hanging = new() { Hangs = true };
        await using FakeMongo secondary = new() { IsPrimary = false };
        await using MongoWire wire = new(MongoUrl.Parse("key", $"mongodb://127.0.0.1:{hanging.Port},127.0.0.1:{secondary.Port}/app"), clock);
        TargetException none = await Assert.ThrowsAsync<TargetException>(() => clock.RunUntilAsync(PingAsync(wire), hold: () => secondary.Closed == 0));
        Assert.Equal(TargetFailure.Transient, none.Failure);
        Assert.Contains($"127.0.0.1:{hanging.Port}: it did not answer in time", none.Message, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{secondary.Port}: it is no primary", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_gives_up_while_the_primary_is_looked_for_hears_that()
    {
        await using FakeMongo hanging = new() { Hangs = true };
        await using MongoWire wire = Wire(hanging.Url);
        using CancellationTokenSource end = new();
        Task<ReadOnlyMemory<byte>> ping = PingAsync(wire, end.Token);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ping);
        Assert.Equal(new TargetConnections(0, 16), wire.Connections);
    }

    [Fact]
    public async Task A_primary_elsewhere_that_a_server_on_this_machine_tells_of_is_sent_nothing_unencrypted()
    {
        // An address of this machine that does not look like one.
        await using FakeMongo elsewhere = new() { Primary = "me" };
        await using FakeMongo here = new() { IsPrimary = false, Primary = $"0.0.0.0:{elsewhere.Port}" };
        await using MongoWire wire = Wire(here.Url);
        TargetException none = await Assert.ThrowsAsync<TargetException>(() => PingAsync(wire));
        Assert.Contains("with TLS; tls=false turns it off", none.Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Commands);
        await using MongoWire open = Wire(here.Url + "?tls=false");
        await PingAsync(open);
        Assert.Equal(["hello", "ping"], elsewhere.Commands);
    }

    [Fact]
    public async Task Without_a_primary_every_server_is_told_with_its_reason()
    {
        await using FakeMongo server = new() { IsPrimary = false };
        await using MongoWire wire = Wire($"mongodb://127.0.0.1:{server.Port},127.0.0.1:1/app");
        TargetException none = await Assert.ThrowsAsync<TargetException>(() => PingAsync(wire));
        Assert.Equal(TargetFailure.Transient, none.Failure);
        Assert.Contains($"127.0.0.1:{server.Port}: it is no primary", none.Message, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:1: ", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_replica_set_is_a_matter_of_configuration()
    {
        await using FakeMongo server = new() { Primary = "x" };
        await using MongoWire wire = Wire(server.Url + "?replicaSet=other");
        TargetException wrong = await Assert.ThrowsAsync<TargetException>(() => PingAsync(wire));
        Assert.Equal(TargetFailure.Configuration, wrong.Failure);
        Assert.Contains("replica set 'rs0'", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_connections_are_made_than_the_string_says()
    {
        await using FakeMongo server = new();
        await using MongoWire wire = Wire(server.Url + "?maxPoolSize=2");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => PingAsync(wire)));
        Assert.True(server.Commands.Count(static name => name == "hello") <= 2);
        Assert.Equal(new TargetConnections(0, 2), wire.Connections);
    }

    private static byte[] Wrong(string what, int id)
    {
        byte[] ok = FakeMongo.Ok();
        return what switch
        {
            "another request" => FakeMongo.Message(id + 1, ok),
            "another opcode" => FakeMongo.Message(id, ok, opcode: 1),
            "more to come" => FakeMongo.Message(id, ok, flags: 2),
            "a flag of the future" => FakeMongo.Message(id, ok, flags: 4),
            "another section" => FakeMongo.Message(id, ok, kind: 1),
            "two gigabytes" => Announce(id, int.MaxValue),
            "less than a header" => Announce(id, 10),
            "a negative length" => Announce(id, -1),
            _ => FakeMongo.Message(id, ok[..^1]),
        };
    }

    private static byte[] Announce(int id, int length)
    {
        byte[] message = FakeMongo.Message(id, FakeMongo.Ok());
        BinaryPrimitives.WriteInt32LittleEndian(message, length);
        return message;
    }

    private static MongoWire Wire(string url) => new(MongoUrl.Parse("key", url), TimeProvider.System);

    private static async Task<ReadOnlyMemory<byte>> PingAsync(MongoWire wire, CancellationToken cancellationToken = default)
    {
        BsonWriter w = new();
        w.Begin();
        w.Int32("ping"u8, 1);
        w.Text("$db"u8, "app");
        w.End();
        return await wire.RunCommandAsync("app", w.Written, cancellationToken);
    }
}
