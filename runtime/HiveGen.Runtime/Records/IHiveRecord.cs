namespace HiveGen;

/// <summary>Implemented by the generator on every model: a record knows its model.</summary>
/// <typeparam name="TSelf">The model's class.</typeparam>
public interface IHiveRecord<TSelf>
    where TSelf : class, IHiveRecord<TSelf>
{
    /// <summary>The table, SQL and conversions of this model.</summary>
    static abstract HiveModel<TSelf> Model { get; }
}
