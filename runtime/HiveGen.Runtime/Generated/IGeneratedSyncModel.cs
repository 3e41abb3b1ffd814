using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HiveGen.Generated;

/// <summary>A generated sync model, whatever the type of its DTO.</summary>
internal interface IGeneratedSyncModel
{
    /// <summary>The JSON metadata of the DTO.</summary>
    JsonTypeInfo Info(JsonSerializerOptions options);
}
