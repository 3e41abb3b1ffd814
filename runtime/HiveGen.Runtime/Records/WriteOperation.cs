using HiveGen.Hooks;
using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>
/// One operation of a transaction. Its life: hooks may change it, <see cref="Freeze"/> checks it, the writer executes it
/// (perhaps twice: what it finds is then found afresh), and after the commit its results stand.
/// </summary>
internal abstract class WriteOperation
{
    /// <summary>The model's class name.</summary>
    public abstract string ModelName { get; }

    public abstract WriteKind Kind { get; }

    /// <summary>The hooks that classes of this model override.</summary>
    public abstract HookPoints Points { get; }

    /// <summary>How many classes of hooks the model has.</summary>
    public abstract int HookClasses { get; }

    /// <summary>Whether it may touch more than one record.</summary>
    public abstract bool MultipleRecords { get; }

    /// <summary>Whether it is one statement, atomic by itself. Known once it is frozen.</summary>
    public abstract bool SingleStatement { get; }

    /// <summary>Whether it is a set of nothing, which only reads. Known once it is frozen.</summary>
    public virtual bool OnlyReads => false;

    /// <summary>How many records it wrote; Following hooks follow only what wrote any. Known after the commit.</summary>
    public abstract int Count { get; }

    /// <summary>Whether the transaction it was part of has been committed.</summary>
    public bool Committed { get; set; }

    /// <summary>What its hooks share; null when no hook of it runs.</summary>
    public OperationScope? Scope { get; set; }

    /// <summary>Whether any hook of this kind of operation is overridden.</summary>
    public bool Hooked => Points.Any(Kind);

    /// <summary>Whether the records must be kept for Following hooks.</summary>
    protected bool Followed => Points.Has(Kind, HookStage.Following);

    /// <exception cref="InvalidOperationException">There is no result to ask for.</exception>
    public void ThrowIfNotCommitted()
    {
        if (!Committed)
        {
            throw new InvalidOperationException("The batch has not been committed: await BatchAsync first.");
        }
    }

    public abstract HookRegistration Registration(int index);

    /// <summary>Takes copies of what the caller gave, so that hooks can change them.</summary>
    public abstract void BeginHooks();

    /// <summary>Runs a Before, bare or After hook of this class.</summary>
    public abstract ValueTask RunHook(int index, object hooks, HookStage stage, HookCall call);

    /// <summary>Runs the Following hook of this class.</summary>
    public abstract ValueTask RunFollowing(int index, object hooks, HookCall call);

    /// <summary>Checks the operation and takes a copy of its values: from here on it cannot be changed.</summary>
    /// <exception cref="HiveValidationException">It breaks a rule of the model.</exception>
    public abstract void Freeze(DateTimeOffset now);

    /// <summary>Does the work, on the writer's connection and inside its transaction.</summary>
    public abstract void Execute(HiveConnection connection);
}
