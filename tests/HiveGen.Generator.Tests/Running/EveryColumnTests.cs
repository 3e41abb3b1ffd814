using HiveGen.TestModels;

namespace HiveGen.Generator.Tests;

/// <summary>The columns and changes of every type: what is set comes back, and is found by its value.</summary>
public sealed class EveryColumnTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private Hive hive = null!;
    private AllTypes stored = null!;
    private AllTypes other = null!;

    public async Task InitializeAsync()
    {
        hive = Hive.Open(new HiveOptions { Path = folder.File("hive.db") });
        Account account = await hive.Accounts.AddAsync(new Account { Email = "ada@example.com" });
        Country country = await hive.Countries.AddAsync(new Country { Code = "GB", Name = "Britain" });
        Device device = await hive.Devices.AddAsync(new Device { Name = "engine" });
        AllTypes full = AllTypesSample.Full(account.Id, country.Id, device.Id);
        full.Bool = false;
        stored = await hive.AllTypes.AddAsync(full);
        other = await hive.AllTypes.AddAsync(new AllTypes());
    }

    public async Task DisposeAsync()
    {
        await hive.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_set_of_every_property_stores_what_an_add_does()
    {
        await hive.AllTypes.SetAsync(other.Id, new AllTypes.Changes
        {
            Text = stored.Text,
            TextOrNull = stored.TextOrNull,
            Bool = stored.Bool,
            BoolOrNull = stored.BoolOrNull,
            Byte = stored.Byte,
            ByteOrNull = stored.ByteOrNull,
            SByte = stored.SByte,
            SByteOrNull = stored.SByteOrNull,
            Short = stored.Short,
            ShortOrNull = stored.ShortOrNull,
            UShort = stored.UShort,
            UShortOrNull = stored.UShortOrNull,
            Int = stored.Int,
            IntOrNull = stored.IntOrNull,
            UInt = stored.UInt,
            UIntOrNull = stored.UIntOrNull,
            Long = stored.Long,
            LongOrNull = stored.LongOrNull,
            ULong = stored.ULong,
            ULongOrNull = stored.ULongOrNull,
            Float = stored.Float,
            FloatOrNull = stored.FloatOrNull,
            Double = stored.Double,
            DoubleOrNull = stored.DoubleOrNull,
            Decimal = stored.Decimal,
            DecimalOrNull = stored.DecimalOrNull,
            DateTime = stored.DateTime,
            DateTimeOrNull = stored.DateTimeOrNull,
            DateTimeOffset = stored.DateTimeOffset,
            DateTimeOffsetOrNull = stored.DateTimeOffsetOrNull,
            DateOnly = stored.DateOnly,
            DateOnlyOrNull = stored.DateOnlyOrNull,
            TimeOnly = stored.TimeOnly,
            TimeOnlyOrNull = stored.TimeOnlyOrNull,
            TimeSpan = stored.TimeSpan,
            TimeSpanOrNull = stored.TimeSpanOrNull,
            Guid = stored.Guid,
            GuidOrNull = stored.GuidOrNull,
            Blob = stored.Blob,
            BlobOrNull = stored.BlobOrNull,
            Enum = stored.Enum,
            EnumOrNull = stored.EnumOrNull,
            Element = stored.Element,
            ElementOrNull = stored.ElementOrNull,
            Node = stored.Node,
            NodeOrNull = stored.NodeOrNull,
            Tags = stored.Tags,
            Address = stored.Address,
            Spot = stored.Spot,
            Link = stored.Link!.Value.Id,
            LongLink = stored.LongLink!.Value.Id,
            GuidLink = stored.GuidLink!.Value.Id,
        });

        AllTypes set = hive.AllTypes.Get(other.Id)!;
        set.Id = stored.Id;
        AllTypesSample.AssertSame(stored, set);
    }

    [Fact]
    public void A_record_is_found_by_each_of_its_values()
    {
        Func<AllTypes.Columns, Filter<AllTypes>>[] filters =
        [
            p => !p.Bool,
            p => p.Text == stored.Text,
            p => p.TextOrNull == stored.TextOrNull,
            p => p.BoolOrNull == stored.BoolOrNull,
            p => p.Byte == stored.Byte,
            p => p.ByteOrNull == stored.ByteOrNull,
            p => p.SByte == stored.SByte,
            p => p.SByteOrNull == stored.SByteOrNull,
            p => p.Short == stored.Short,
            p => p.ShortOrNull == stored.ShortOrNull,
            p => p.UShort == stored.UShort,
            p => p.UShortOrNull == stored.UShortOrNull,
            p => p.Int == stored.Int,
            p => p.IntOrNull == stored.IntOrNull,
            p => p.UInt == stored.UInt,
            p => p.UIntOrNull == stored.UIntOrNull,
            p => p.Long == stored.Long,
            p => p.LongOrNull == stored.LongOrNull,
            p => p.ULong == stored.ULong,
            p => p.ULongOrNull == stored.ULongOrNull,
            p => p.Float == stored.Float,
            p => p.FloatOrNull == stored.FloatOrNull,
            p => p.Double == stored.Double,
            p => p.DoubleOrNull == stored.DoubleOrNull,
            p => p.Decimal == stored.Decimal,
            p => p.DecimalOrNull == stored.DecimalOrNull,
            p => p.DateTime == stored.DateTime,
            p => p.DateTimeOrNull == stored.DateTimeOrNull,
            p => p.DateTimeOffset == stored.DateTimeOffset,
            p => p.DateTimeOffsetOrNull == stored.DateTimeOffsetOrNull,
            p => p.DateOnly == stored.DateOnly,
            p => p.DateOnlyOrNull == stored.DateOnlyOrNull,
            p => p.TimeOnly == stored.TimeOnly,
            p => p.TimeOnlyOrNull == stored.TimeOnlyOrNull,
            p => p.TimeSpan == stored.TimeSpan,
            p => p.TimeSpanOrNull == stored.TimeSpanOrNull,
            p => p.Guid == stored.Guid,
            p => p.GuidOrNull == stored.GuidOrNull,
            p => p.Blob == stored.Blob,
            p => p.BlobOrNull == stored.BlobOrNull,
            p => p.Enum == stored.Enum,
            p => p.EnumOrNull == stored.EnumOrNull,
            p => p.Link == stored.Link!.Value.Id,
            p => p.LongLink == stored.LongLink!.Value.Id,
            p => p.GuidLink == stored.GuidLink!.Value.Id,
            p => p.ElementOrNull.IsNotNull,
            p => p.NodeOrNull.IsNotNull,
            p => p.Address.IsNotNull,
        ];

        for (int i = 0; i < filters.Length; i++)
        {
            string[] found = [.. hive.AllTypes.Where(filters[i]).ToList().Select(static record => record.Id)];
            Assert.True(found is [var id] && id == stored.Id, $"filter {i} finds {string.Join(", ", found)}, and not {stored.Id} alone");
        }
    }
}
