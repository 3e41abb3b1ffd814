using HiveGen;

namespace Golden;

// Only as much of Account as Post's golden file needs in order to compile.
partial class Account : IHiveRecord<Account>
{
    public string Id { get; set; } = "";

    static HiveModel<Account> IHiveRecord<Account>.Model => throw new NotImplementedException();
}
