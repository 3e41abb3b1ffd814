using System.Text.Json;
using HiveGen.TestModels;

namespace HiveGen.Generator.Tests;

/// <summary>What was handed in stays the caller's: records for hooks and stored ones share nothing with it that could change.</summary>
public sealed class CopyTests
{
    private static readonly AllTypes Given = AllTypesSample.Full("acc_1", 1, Guid.Parse("0123abcd-0000-4000-8000-0000000000ff"));

    [Fact]
    public void Hooks_get_copies_of_what_they_could_change()
    {
        AllTypes draft = AllTypes.Schema.Instance.Draft(Given);

        Assert.Equal(Given.Blob, draft.Blob);
        Assert.NotSame(Given.Blob, draft.Blob);
        Assert.Equal(Given.Node.ToJsonString(), draft.Node.ToJsonString());
        Assert.NotSame(Given.Node, draft.Node);
        Assert.Equal(Given.Tags, draft.Tags);
        Assert.NotSame(Given.Tags, draft.Tags);
    }

    [Fact]
    public void Hooks_get_every_value_as_it_was_given()
    {
        AllTypes given = AllTypesSample.Full("acc_1", 1, Guid.Parse("0123abcd-0000-4000-8000-0000000000ff"));
        given.Id = "all_1";

        AllTypesSample.AssertSame(given, AllTypes.Schema.Instance.Draft(given));
    }

    [Fact]
    public void A_stored_record_outlives_the_document_it_came_from()
    {
        AllTypes stored;
        using (JsonDocument document = JsonDocument.Parse("""{"a":[1,2]}"""))
        {
            stored = Stored(new AllTypes { Element = document.RootElement });
        }

        Assert.Equal("""{"a":[1,2]}""", stored.Element.GetRawText());
    }

    [Fact]
    public void A_stored_record_has_the_zero_that_will_be_read_back()
    {
        AllTypes stored = Stored(new AllTypes { Float = -0f, Double = -0d });

        Assert.False(float.IsNegative(stored.Float));
        Assert.False(double.IsNegative(stored.Double));
    }

    private static AllTypes Stored(AllTypes record) => AllTypes.Schema.Instance.Prepare(record, DateTimeOffset.UnixEpoch);
}
