namespace HiveGen.Adapters.Http;

/// <summary>What a request is for, by which its refusal is judged.</summary>
internal enum RequestKind
{
    /// <summary>Models, cursors, sweeps.</summary>
    Control,

    /// <summary>Records, of which one may be to blame.</summary>
    Records,

    /// <summary>Rows are read, of which fewer can be asked for.</summary>
    Rows,
}
