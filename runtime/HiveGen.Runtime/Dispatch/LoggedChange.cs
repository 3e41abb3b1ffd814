namespace HiveGen.Dispatch;

/// <summary>A change of a record; what is sent is what it left behind.</summary>
/// <param name="Model">The number of the model.</param>
/// <param name="Id">The id.</param>
/// <param name="Seq">The change, or that of which a full load is.</param>
/// <param name="IsAdd">Whether it is known to have added the record.</param>
internal readonly record struct LoggedChange(int Model, SqlValue Id, long Seq, bool IsAdd = false);
