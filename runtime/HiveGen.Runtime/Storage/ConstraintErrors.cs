using HiveGen.Storage.Native;

namespace HiveGen.Storage;

/// <summary>Says in plain words which rule of which column a row breaks.</summary>
internal static class ConstraintErrors
{
    private const string Separator = " constraint failed: ";

    public static HiveConstraintException From(int code, string message)
    {
        string detail = Detail(message);
        string text = code switch
        {
            ResultCode.ConstraintUnique or ResultCode.ConstraintPrimaryKey or ResultCode.ConstraintRowId
                => $"{detail} is taken: another row already has this value. Choose another, or change that row.",
            ResultCode.ConstraintNotNull => $"{detail} is required: give it a value.",
            ResultCode.ConstraintForeignKey
                => "A link is broken: the linked record does not exist, or the record to remove or change is still linked to. Add the linked record first, or remove those that link to it.",
            ResultCode.ConstraintCheck => $"A check of the table refuses the value: {detail}. Give a value that passes it.",
            ResultCode.ConstraintDataType => $"The value has the wrong type: {message}. Give one of the column's type.",
            _ => message,
        };
        bool named = code is ResultCode.ConstraintUnique or ResultCode.ConstraintPrimaryKey or ResultCode.ConstraintRowId or ResultCode.ConstraintNotNull;
        return new HiveConstraintException($"{text} Nothing was written.", code)
        {
            Columns = named ? detail.Split(", ") : [],
        };
    }

    private static string Detail(string message)
    {
        int at = message.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 ? message : message[(at + Separator.Length)..];
    }
}
