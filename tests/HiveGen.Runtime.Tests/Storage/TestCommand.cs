using HiveGen.Storage;

namespace HiveGen.Tests.Storage;

internal readonly struct TestCommand<T>(Func<HiveConnection, T> work, bool single) : IWriteCommand<T>
{
    public bool SingleStatement => single;

    public T Execute(HiveConnection connection) => work(connection);
}
