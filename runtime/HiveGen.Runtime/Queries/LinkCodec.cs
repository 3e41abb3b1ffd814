namespace HiveGen.Queries;

/// <summary>The codecs of ids, of which a link's column holds one.</summary>
internal static class LinkCodec
{
    /// <summary>The codec of an id's type: <c>string</c>, <c>long</c> or <c>Guid</c>, nullable or not.</summary>
    public static Codec<TKey> Of<TKey>() => (Codec<TKey>)(Type.GetTypeCode(typeof(TKey)) switch
    {
        TypeCode.String => Codecs.Text,
        TypeCode.Int64 => Codecs.Int64,
        _ => typeof(TKey) == typeof(long?) ? NullableCodecs.Int64 : typeof(TKey) == typeof(Guid?) ? NullableCodecs.Guid : (object)Codecs.Guid,
    });
}
