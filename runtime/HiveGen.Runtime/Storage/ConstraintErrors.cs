using HiveGen.Storage.Native;

namespace HiveGen.Storage;

/// <summary>Says in plain words which rule of which column a row breaks.</summary>
internal static class ConstraintErrors
{
    private const string Separator = " constraint failed: ";
    private const string Restricted = "FOREIGN KEY constraint failed";

    public static HiveConstraintException From(int code, string message)
    {
        string detail = Detail(message);

        // SQLite makes a trigger of ON DELETE RESTRICT, and answers with a trigger's code. To a caller it is a link like any other.
        bool isRestricted = code == ResultCode.ConstraintTrigger && message == Restricted;
        string text = code switch
        {
            ResultCode.ConstraintTrigger when isRestricted => "The record is still linked to. Remove the records that link to it, or change their links, and try again.",
            ResultCode.ConstraintUnique or ResultCode.ConstraintPrimaryKey or ResultCode.ConstraintRowId
                => $"{detail} is taken: another row already has this value. Choose another, or change that row.",
            ResultCode.ConstraintNotNull => $"{detail} is required: give it a value.",
            ResultCode.ConstraintForeignKey
                => "A link is broken: the linked record does not exist, or the record to remove or change is still linked to. Add the linked record first, or remove those that link to it.",
            ResultCode.ConstraintCheck => $"A check of the table refuses the value: {detail}. Give a value that passes it.",
            ResultCode.ConstraintDataType => $"The value has the wrong type: {message}. Give one of the column's type.",
            _ => $"{message.TrimEnd('.')}.",
        };
        bool named = code is ResultCode.ConstraintUnique or ResultCode.ConstraintPrimaryKey or ResultCode.ConstraintRowId or ResultCode.ConstraintNotNull;
        return new HiveConstraintException($"{text} Nothing was written.", isRestricted ? ResultCode.ConstraintForeignKey : code)
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
