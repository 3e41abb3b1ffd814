using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Targets;
using HiveGen.TestModels;

namespace HiveGen.Generator.Tests;

/// <summary>The sync DTOs: what JSON they take, what they refuse, and what a target is given.</summary>
public sealed class WireTests
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = HiveJson.Instance };

    [Fact]
    public void Times_come_as_ISO_or_as_epoch_milliseconds()
    {
        AccountSync iso = Parse<AccountSync>("""{"createdAt":"2026-11-21T20:15:00+02:00"}""");
        AccountSync epoch = Parse<AccountSync>("""{"createdAt":1795284900000}""");

        Assert.Equal(new DateTimeOffset(2026, 11, 21, 18, 15, 0, TimeSpan.Zero), iso.CreatedAt.Value!.Value.ToUniversalTime());
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1795284900000), epoch.CreatedAt);
        Assert.Contains("\"createdAt\":\"2026-11-21T20:15:00+02:00\"", JsonSerializer.Serialize(iso, Options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"createdAt":"2026-11-21T20:15:00"}""")]
    [InlineData("""{"createdAt":"yesterday"}""")]
    [InlineData("""{"createdAt":1.5}""")]
    [InlineData("""{"createdAt":999999999999999999}""")]
    [InlineData("""{"emailVerified":"true"}""")]
    [InlineData("""{"email":5}""")]
    public void Wrong_types_are_refused(string json) => Assert.Throws<JsonException>(() => Parse<AccountSync>(json));

    [Theory]
    [InlineData("""{"int":"5"}""")]
    [InlineData("""{"int":5.5}""")]
    [InlineData("""{"byte":256}""")]
    [InlineData("""{"enum":"Nothing"}""")]
    [InlineData("""{"enum":1}""")]
    [InlineData("""{"guid":"no"}""")]
    [InlineData("""{"blob":"%%"}""")]
    [InlineData("""{"timeSpan":"1:00"}""")]
    public void Numbers_are_no_strings_and_enums_no_numbers(string json) => Assert.Throws<JsonException>(() => Parse<AllTypesSync>(json));

    [Fact]
    public void Only_given_fields_are_given()
    {
        AccountSync record = Parse<AccountSync>("""{"name":null,"email":"a@b.c"}""");

        Assert.True(record.Given.Has(Field(Account.Schema.Instance.Sync!, "name")));
        Assert.True(record.Given.Has(Field(Account.Schema.Instance.Sync!, "email")));
        Assert.False(record.Given.Has(Field(Account.Schema.Instance.Sync!, "handle")));
    }

    [Fact]
    public void What_is_local_is_no_field() => Assert.DoesNotContain(Account.Schema.Instance.Sync!.Fields, static field => field.Property == "PasswordHash");

    [Fact]
    public void A_create_must_carry_what_is_required_and_nothing_else()
    {
        Assert.Equal(["id", "email"], Errors(Account.Schema.Instance.Sync!, "{}", SyncOperation.Create));
        Assert.Equal([], Errors(Account.Schema.Instance.Sync!, """{"id":"x","email":"a@b.c"}""", SyncOperation.Create));
        Assert.Equal([], Errors(Account.Schema.Instance.Sync!, """{"name":"x"}""", SyncOperation.Update));
    }

    [Fact]
    public void Rules_and_nulls_are_checked_under_their_JSON_names()
    {
        Assert.Equal(["title", "published", "views", "price"], Errors(Post.Schema.Instance.Sync!, """{"title":"","published":null,"views":-1,"price":1.001}""", SyncOperation.Update));
        Assert.Equal([], Errors(Post.Schema.Instance.Sync!, """{"price":null,"tags":null,"body":null}""", SyncOperation.Update));
    }

    [Fact]
    public void Defaults_fill_what_was_left_out_and_nothing_that_was_given()
    {
        DateTimeOffset now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        AccountSync record = Parse<AccountSync>("""{"id":"x","email":"a@b.c","emailVerified":true}""");

        Account.Schema.Instance.Sync!.FillDefaults(record, now);

        Assert.Equal("free", record.SubscriptionPlan);
        Assert.True(record.EmailVerified);
        Assert.Equal(now, record.CreatedAt);
        Assert.Equal(now, record.UpdatedAt);
        Assert.Null(record.Name.Value);
    }

    [Theory]
    [InlineData("""{"address":{"Street":"s","City":"c"},"tags":["a"],"element":7,"node":"any","elementOrNull":null}""", "")]
    [InlineData("""{"address":null}""", "")]
    [InlineData("""{"tags":null}""", "tags is required.")]
    [InlineData("""{"address":{"Street":7}}""", "address must be a JSON value of its property's type; address.Street is not.")]
    [InlineData("""{"tags":["a",["b"]]}""", "tags must be a JSON value of its property's type; tags[1] is not.")]
    [InlineData("""{"address":"s"}""", "address must be a JSON value of its property's type.")]
    public void JSON_is_checked_against_the_type_of_its_property(string json, string expected)
    {
        Violations violations = default;
        AllTypes.Schema.Instance.Sync!.Validate(Parse<AllTypesSync>(json), SyncOperation.Update, ref violations);

        Assert.Equal(expected, string.Join(' ', violations.Errors.Select(static error => error.Field + " " + error.Message)));
    }

    [Fact]
    public void A_merge_copies_given_fields_only()
    {
        AccountSync into = Parse<AccountSync>("""{"id":"x","email":"a@b.c","name":"Ada"}""");

        Account.Schema.Instance.Sync!.Merge(into, Parse<AccountSync>("""{"name":null}"""));

        Assert.Null(into.Name.Value);
        Assert.Equal("a@b.c", into.Email);
    }

    [Theory]
    [InlineData("7", true)]
    [InlineData("-7", true)]
    [InlineData("07", false)]
    [InlineData("+7", false)]
    [InlineData(" 7", false)]
    [InlineData("x", false)]
    [InlineData("9223372036854775808", false)]
    public void Number_ids_have_one_spelling(string text, bool isId) => Assert.Equal(isId, Country.Schema.Instance.Sync!.TryParseId(text, out _));

    [Fact]
    public void Guid_ids_are_stored_in_lower_case()
    {
        Assert.True(Device.Schema.Instance.Sync!.TryParseId("ABCDEF01-2345-6789-ABCD-EF0123456789", out SqlValue id));
        Assert.Equal("abcdef01-2345-6789-abcd-ef0123456789", id.Text);
        Assert.False(Device.Schema.Instance.Sync!.TryParseId("{ABCDEF01-2345-6789-ABCD-EF0123456789}", out _));
    }

    [Fact]
    public void Limits_are_shown_to_documents()
    {
        JsonTypeInfo info = Options.GetTypeInfo(typeof(PostSync));
        JsonPropertyInfo title = info.Properties.Single(static property => property.Name == "title");

        object[] attributes = title.AttributeProvider!.GetCustomAttributes(typeof(System.ComponentModel.DataAnnotations.StringLengthAttribute), inherit: true);

        Assert.Equal(200, Assert.IsType<System.ComponentModel.DataAnnotations.StringLengthAttribute>(Assert.Single(attributes)).MaximumLength);
        Assert.Equal(200, Post.Schema.Instance.Sync!.Fields.Single(static field => field.Name == "title").Rules!.MaxLength);
    }

    private static T Parse<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    private static int Field(SyncModel model, string name) => model.Fields.Select(static (field, index) => (field.Name, index)).Single(field => field.Name == name).index;

    private static string[] Errors(SyncModel model, string json, SyncOperation operation)
    {
        SyncRecord record = (SyncRecord)JsonSerializer.Deserialize(json, model.RecordType, Options)!;
        Violations violations = default;
        model.Validate(record, operation, ref violations);
        return [.. violations.Errors.Select(static error => error.Field)];
    }
}
