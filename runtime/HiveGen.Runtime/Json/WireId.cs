using System.ComponentModel;
using System.Globalization;

namespace HiveGen.Json;

/// <summary>Record ids as the wire spells them. Only the canonical spelling is taken, so that one record has one id.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WireId
{
    /// <summary>1 to 256 characters without control characters.</summary>
    public static bool TryParseText(string recordId, out SqlValue id)
    {
        Violations violations = default;
        Check.Text(ref violations, "recordId", recordId, synced: true);
        Check.Id(ref violations, "recordId", recordId);
        id = violations.Any ? SqlValue.Null : SqlValue.From(recordId);
        return !violations.Any;
    }

    /// <summary>A whole number without leading zeros or signs other than minus.</summary>
    public static bool TryParseInt64(string recordId, out SqlValue id)
    {
        bool isNumber = long.TryParse(recordId, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            && number.ToString(CultureInfo.InvariantCulture) == recordId;
        id = isNumber ? SqlValue.From(number) : SqlValue.Null;
        return isNumber;
    }

    /// <summary>A Guid of 36 characters; upper case is taken and stored in lower case.</summary>
    public static bool TryParseGuid(string recordId, out SqlValue id)
    {
        bool isGuid = Guid.TryParseExact(recordId, "D", out Guid guid);
        id = isGuid ? Codecs.Guid.Encode(guid) : SqlValue.Null;
        return isGuid;
    }
}
