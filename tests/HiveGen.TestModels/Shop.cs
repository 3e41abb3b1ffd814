namespace HiveGen.TestModels;

/// <summary>A model that is nested, and gets part of its columns from a base class.</summary>
public static partial class Shop
{
    [HiveModel(Sync = "shop_orders")]
    public sealed partial class Order : Dated
    {
        public required string Number { get; set; }

        [Scale(2)]
        public decimal Total { get; set; }
    }
}
