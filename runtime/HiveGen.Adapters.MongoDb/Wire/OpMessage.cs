using System.Buffers.Binary;
using System.Numerics;

namespace HiveGen.Adapters.MongoDb;

/// <summary>The frame of a command and of its answer: OP_MSG with one section, the body.</summary>
internal static class OpMessage
{
    /// <summary>The bytes before the body: length, request, answered request, opcode, flags, kind of section.</summary>
    public const int FrameSize = HeaderSize + sizeof(uint) + 1;

    /// <summary>The bytes that say how long a message is and what it answers.</summary>
    public const int HeaderSize = 16;

    /// <summary>The longest message that a server sends.</summary>
    public const int MaxSize = 48_000_000 + (16 * 1024);

    private const int OpCode = 2013;
    private const uint ChecksumPresent = 1;
    private const int Smallest = FrameSize + 5;

    /// <summary>Writes what goes before a body.</summary>
    public static void WriteFrame(Span<byte> frame, int request, int bodyLength)
    {
        frame.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(frame, FrameSize + bodyLength);
        BinaryPrimitives.WriteInt32LittleEndian(frame[4..], request);
        BinaryPrimitives.WriteInt32LittleEndian(frame[12..], OpCode);
    }

    /// <summary>How long the answer is.</summary>
    /// <exception cref="InvalidDataException">It is no answer to this request.</exception>
    public static int ReadHeader(ReadOnlySpan<byte> header, int request)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(header);
        int answered = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        int code = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        return length is < Smallest or > MaxSize ? throw new InvalidDataException($"The server announced a message of {length} bytes.")
            : answered != request ? throw new InvalidDataException("The server answered a request that was not asked.")
            : code != OpCode ? throw new InvalidDataException($"The server answered with opcode {code}, which is no OP_MSG: is it MongoDB 4.2 or newer?")
            : length;
    }

    /// <summary>The body of a whole message.</summary>
    /// <exception cref="InvalidDataException">The message is broken.</exception>
    public static ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> message)
    {
        ReadOnlySpan<byte> span = message.Span;
        uint flags = BinaryPrimitives.ReadUInt32LittleEndian(span[HeaderSize..]);
        int end = span.Length;
        if ((flags & ~ChecksumPresent & 0xFFFF) != 0)
        {
            throw new InvalidDataException($"The server set the flags 0x{flags:X}, which were not asked for.");
        }

        if ((flags & ChecksumPresent) != 0)
        {
            end -= sizeof(uint);
            if (end < Smallest || Checksum(span[..end]) != BinaryPrimitives.ReadUInt32LittleEndian(span[end..]))
            {
                throw new InvalidDataException("The checksum of the server's answer is wrong.");
            }
        }

        return span[FrameSize - 1] == 0
            ? message[FrameSize..end]
            : throw new InvalidDataException($"The server's answer begins with a section of kind {span[FrameSize - 1]}.");
    }

    /// <summary>CRC-32C.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
