using System.Runtime.InteropServices;
using System.Text;
using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>What is said on a new connection: who is there, and as whom.</summary>
internal sealed class MongoHandshake(MongoSettings settings)
{
    private readonly ScramKeys keys = new(settings.Password);

    /// <summary>Asks a server who it is.</summary>
    public async ValueTask<ServerHello> HelloAsync(MongoConnection connection, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> answer = await connection.RunAsync(Hello("hello"u8), cancellationToken).ConfigureAwait(false);
        if (MongoAnswer.Failure(answer.Span) is { Code: MongoCodes.CommandNotFound })
        {
            // Servers before 4.4.2.
            answer = await connection.RunAsync(Hello("isMaster"u8), cancellationToken).ConfigureAwait(false);
        }

        return MongoAnswer.Failure(answer.Span) is { } failure
            ? throw MongoErrors.Of(connection.Host, failure)
            : ServerHello.Read(answer.Span);
    }

    /// <summary>Logs in, where there is a user.</summary>
    /// <exception cref="TargetException">The server refuses the user, or does not prove who it is.</exception>
    public async ValueTask LogInAsync(MongoConnection connection, CancellationToken cancellationToken)
    {
        if (settings.User is not { } user)
        {
            return;
        }

        Scram scram = new(user);
        ScramReply reply = await SayAsync(connection, First(scram.First), cancellationToken).ConfigureAwait(false);
        reply = await SayAsync(connection, Next(reply.Conversation, scram.Final(reply.Payload, keys)), cancellationToken).ConfigureAwait(false);
        scram.Verify(reply.Payload);
        if (!reply.Done)
        {
            await SayAsync(connection, Next(reply.Conversation, ""), cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<ScramReply> SayAsync(MongoConnection connection, ReadOnlyMemory<byte> command, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> answer = await connection.RunAsync(command, cancellationToken).ConfigureAwait(false);
        return MongoAnswer.Failure(answer.Span) is { } failure ? throw MongoErrors.Of(connection.Host, failure) : ScramReply.Read(answer.Span);
    }

    private ReadOnlyMemory<byte> Hello(ReadOnlySpan<byte> command)
    {
        BsonWriter writer = new();
        writer.Begin();
        writer.Int32(command, 1);
        writer.Bool("helloOk"u8, true);
        writer.BeginDocument("client"u8);
        writer.BeginDocument("application"u8);
        writer.Text("name"u8, settings.AppName);
        writer.End();
        writer.BeginDocument("driver"u8);
        writer.Text("name"u8, "HiveGen");
        writer.Text("version"u8, "1");
        writer.End();
        writer.BeginDocument("os"u8);
        writer.Text("type"u8, RuntimeInformation.OSDescription);
        writer.End();
        writer.End();
        writer.Text("$db"u8, "admin");
        writer.End();
        return writer.Written;
    }

    private ReadOnlyMemory<byte> First(string payload)
    {
        BsonWriter writer = new();
        writer.Begin();
        writer.Int32("saslStart"u8, 1);
        writer.Text("mechanism"u8, "SCRAM-SHA-256");
        writer.Binary("payload"u8, Encoding.UTF8.GetBytes(payload));
        writer.BeginDocument("options"u8);
        writer.Bool("skipEmptyExchange"u8, true);
        writer.End();
        writer.Text("$db"u8, settings.AuthSource);
        writer.End();
        return writer.Written;
    }

    private ReadOnlyMemory<byte> Next(int conversation, string payload)
    {
        BsonWriter writer = new();
        writer.Begin();
        writer.Int32("saslContinue"u8, 1);
        writer.Int32("conversationId"u8, conversation);
        writer.Binary("payload"u8, Encoding.UTF8.GetBytes(payload));
        writer.Text("$db"u8, settings.AuthSource);
        writer.End();
        return writer.Written;
    }

    /// <summary>What the server says in a conversation.</summary>
    private readonly record struct ScramReply(int Conversation, bool Done, string Payload)
    {
        public static ScramReply Read(ReadOnlySpan<byte> answer)
        {
            int conversation = BsonReader.TryFind(answer, "conversationId"u8, out BsonValue id) ? (int)id.Int64 : 1;
            bool done = BsonReader.TryFind(answer, "done"u8, out BsonValue ended) && ended.Bool;
            return new ScramReply(conversation, done, BsonReader.TryFind(answer, "payload"u8, out BsonValue payload) ? Encoding.UTF8.GetString(payload.Binary) : "");
        }
    }
}
