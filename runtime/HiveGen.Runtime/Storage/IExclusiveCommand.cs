namespace HiveGen.Storage;

/// <summary>Marks a command that gets a transaction of its own even under contention: user code that could end the transaction.</summary>
internal interface IExclusiveCommand;
