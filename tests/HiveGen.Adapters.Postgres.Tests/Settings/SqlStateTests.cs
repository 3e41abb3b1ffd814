using Npgsql;

namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>The table of SQLSTATEs, code by code.</summary>
public sealed class SqlStateTests
{
    [Theory]
    [InlineData("08000", TargetFailure.Transient)]
    [InlineData("08006", TargetFailure.Transient)]
    [InlineData("08P01", TargetFailure.Transient)]
    [InlineData("40001", TargetFailure.Transient)]
    [InlineData("40P01", TargetFailure.Transient)]
    [InlineData("53100", TargetFailure.Transient)]
    [InlineData("53200", TargetFailure.Transient)]
    [InlineData("53300", TargetFailure.Transient)]
    [InlineData("55P03", TargetFailure.Transient)]
    [InlineData("57P01", TargetFailure.Transient)]
    [InlineData("57P02", TargetFailure.Transient)]
    [InlineData("57P03", TargetFailure.Transient)]
    [InlineData("57P05", TargetFailure.Transient)]
    [InlineData("58030", TargetFailure.Transient)]
    [InlineData("57014", TargetFailure.Timeout)]
    [InlineData("25006", TargetFailure.Configuration)]
    [InlineData("26000", TargetFailure.Configuration)]
    [InlineData("28000", TargetFailure.Configuration)]
    [InlineData("28P01", TargetFailure.Configuration)]
    [InlineData("3D000", TargetFailure.Configuration)]
    [InlineData("42501", TargetFailure.Configuration)]
    [InlineData("42P05", TargetFailure.Configuration)]
    [InlineData("0A000", TargetFailure.Schema)]
    [InlineData("3F000", TargetFailure.Schema)]
    [InlineData("42P01", TargetFailure.Schema)]
    [InlineData("42703", TargetFailure.Schema)]
    [InlineData("42804", TargetFailure.Schema)]
    [InlineData("42P10", TargetFailure.Schema)]
    [InlineData("XX000", TargetFailure.Unknown)]
    [InlineData("P0002", TargetFailure.Unknown)]
    [InlineData("", TargetFailure.Unknown)]
    public void A_code_of_the_whole_batch_blames_no_item(string code, TargetFailure failure)
        => Assert.Equal(new SqlStateMeaning(failure), SqlStates.Of(code));

    [Theory]
    [InlineData("21000", ItemStatus.Permanent)]
    [InlineData("22001", ItemStatus.Permanent)]
    [InlineData("22003", ItemStatus.Permanent)]
    [InlineData("22021", ItemStatus.Permanent)]
    [InlineData("22P05", ItemStatus.Permanent)]
    [InlineData("23502", ItemStatus.Permanent)]
    [InlineData("23514", ItemStatus.Permanent)]
    [InlineData("44000", ItemStatus.Permanent)]
    [InlineData("54000", ItemStatus.Permanent)]
    [InlineData("P0001", ItemStatus.Permanent)]
    [InlineData("23505", ItemStatus.Retry)]
    [InlineData("23P01", ItemStatus.Retry)]
    [InlineData("23503", ItemStatus.Dependency)]
    public void A_code_of_a_row_lets_the_batch_be_halved_and_tells_what_becomes_of_the_row(string code, ItemStatus status)
        => Assert.Equal(new SqlStateMeaning(TargetFailure.Batch, status), SqlStates.Of(code));

    [Fact]
    public void What_a_pooler_says_itself_is_told_apart_by_its_words()
    {
        Assert.Equal(TargetFailure.Configuration, Classify("08P01", "SASL authentication failed"));
        Assert.Equal(TargetFailure.Configuration, Classify("08P01", "no such database: x"));
        Assert.Equal(TargetFailure.Transient, Classify("08P01", "server login failed: FATAL the database system is starting up"));
    }

    [Fact]
    public void Words_never_hold_the_detail_which_repeats_the_row()
    {
        PostgresException refused = new("violates", "ERROR", "ERROR", "23514", detail: "Failing row contains (secret)", constraintName: "wanted");

        TargetException failure = PostgresErrors.Classify(refused);

        Assert.Equal("PostgreSQL failed: violates (23514, wanted).", failure.Message);
        Assert.Equal(new ItemOutcome(ItemStatus.Permanent, failure.Message), PostgresErrors.OutcomeOf(failure));
    }

    private static TargetFailure Classify(string code, string text) => PostgresErrors.Classify(new PostgresException(text, "FATAL", "FATAL", code)).Failure;
}
