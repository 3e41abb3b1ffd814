namespace HiveGen;

/// <summary>A column of JSON text; filters can ask whether it is null.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public sealed class JsonColumn<TRecord>(string name) : Column<TRecord>(name)
    where TRecord : class;
