using System.Text.Json.Serialization;
using Blog.Accounts;
using Blog.Comments;
using Blog.Posts;
using Blog.Sessions;

namespace Blog;

/// <summary>How the bodies of the endpoints are written and read. The records themselves are HiveGen's, which comes first.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SignUp))]
[JsonSerializable(typeof(AccountPatch))]
[JsonSerializable(typeof(LogIn))]
[JsonSerializable(typeof(LoggedIn))]
[JsonSerializable(typeof(NewPost))]
[JsonSerializable(typeof(PostPage))]
[JsonSerializable(typeof(NewComment))]
[JsonSerializable(typeof(Dictionary<string, string[]>))] // the errors of a problem
internal sealed partial class BlogJson : JsonSerializerContext;
