using HiveGen.Generator.Naming;

namespace HiveGen.Generator.Tests;

public sealed class NamingTests
{
    [Theory]
    [InlineData("Id", "id")]
    [InlineData("CreatedAt", "created_at")]
    [InlineData("HTTPUrl", "http_url")]
    [InlineData("URL", "url")]
    [InlineData("Address2", "address2")]
    [InlineData("Area51Code", "area51_code")]
    [InlineData("Already_Snake", "already_snake")]
    [InlineData("ISBN", "isbn")]
    [InlineData("Ääkkönen", "ääkkönen")]
    public void Columns_are_snake_case(string name, string expected) => Assert.Equal(expected, SnakeCase.From(name));

    [Theory]
    [InlineData("Id")]
    [InlineData("CreatedAt")]
    [InlineData("IPAddress")]
    [InlineData("URL")]
    [InlineData("X")]
    [InlineData("ABc")]
    [InlineData("already")]
    [InlineData("Address2")]
    [InlineData("A1B2")]
    [InlineData("Under_Score")]
    public void JSON_names_are_those_of_System_Text_Json(string name)
        => Assert.Equal(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name), CamelCase.From(name));

    [Theory]
    [InlineData("Account", "Accounts")]
    [InlineData("Box", "Boxes")]
    [InlineData("Category", "Categories")]
    [InlineData("Day", "Days")]
    [InlineData("Person", "People")]
    [InlineData("SalesPerson", "SalesPeople")]
    [InlineData("Address", "Addresses")]
    [InlineData("Status", "Statuses")]
    [InlineData("Branch", "Branches")]
    [InlineData("Wish", "Wishes")]
    [InlineData("Analysis", "Analyses")]
    [InlineData("Settings", "Settings")]
    [InlineData("News", "News")]
    [InlineData("Child", "Children")]
    [InlineData("Photo", "Photos")]
    [InlineData("Hero", "Heroes")]
    [InlineData("Alias", "Aliases")]
    [InlineData("Quiz", "Quizzes")]
    public void Sets_are_named_by_English_plurals(string name, string expected) => Assert.Equal(expected, Plural.Of(name));
}
