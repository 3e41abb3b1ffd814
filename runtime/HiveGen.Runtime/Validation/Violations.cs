using System.ComponentModel;

namespace HiveGen;

/// <summary>Collects what is wrong with a record; costs nothing while nothing is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Violations
{
    private List<FieldError>? errors;

    /// <summary>Whether anything is wrong.</summary>
    public readonly bool Any => errors is not null;

    /// <summary>What is wrong, in field order.</summary>
    public readonly IReadOnlyList<FieldError> Errors => errors is null ? [] : errors;

    /// <summary>Notes that a field is wrong.</summary>
    public void Add(string field, string message) => (errors ??= []).Add(new FieldError(field, message));

    /// <summary>Refuses the record if anything is wrong.</summary>
    /// <exception cref="HiveValidationException">Something is.</exception>
    public readonly void ThrowIfAny(string model)
    {
        if (errors is not null)
        {
            throw new HiveValidationException(model, errors);
        }
    }
}
