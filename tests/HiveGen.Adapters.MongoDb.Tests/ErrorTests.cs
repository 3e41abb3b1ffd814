using HiveGen.Adapters.MongoDb;
using HiveGen.Targets;

namespace HiveGen.Tests;

public sealed class ErrorTests
{
    [Theory]
    [InlineData(6, TargetFailure.Transient)]
    [InlineData(7, TargetFailure.Transient)]
    [InlineData(89, TargetFailure.Transient)]
    [InlineData(91, TargetFailure.Transient)]
    [InlineData(112, TargetFailure.Transient)]
    [InlineData(189, TargetFailure.Transient)]
    [InlineData(262, TargetFailure.Transient)]
    [InlineData(9001, TargetFailure.Transient)]
    [InlineData(10107, TargetFailure.Transient)]
    [InlineData(11600, TargetFailure.Transient)]
    [InlineData(11602, TargetFailure.Transient)]
    [InlineData(13435, TargetFailure.Transient)]
    [InlineData(13436, TargetFailure.Transient)]
    [InlineData(43, TargetFailure.Transient)]
    [InlineData(133, TargetFailure.Transient)]
    [InlineData(175, TargetFailure.Transient)]
    [InlineData(237, TargetFailure.Transient)]
    [InlineData(365, TargetFailure.Transient)]
    [InlineData(11601, TargetFailure.Transient)]
    [InlineData(13, TargetFailure.Configuration)]
    [InlineData(85, TargetFailure.Configuration)]
    [InlineData(86, TargetFailure.Configuration)]
    [InlineData(18, TargetFailure.Configuration)]
    [InlineData(8000, TargetFailure.Configuration)]
    [InlineData(59, TargetFailure.Configuration)]
    [InlineData(334, TargetFailure.Configuration)]
    [InlineData(10334, TargetFailure.TooLarge)]
    [InlineData(121, TargetFailure.Batch)]
    [InlineData(2, TargetFailure.Batch)]
    [InlineData(9, TargetFailure.Batch)]
    [InlineData(66, TargetFailure.Batch)]
    public void A_command_fails_by_its_code(int code, TargetFailure failure)
    {
        TargetException told = MongoErrors.Of("db", new MongoFailure(code, "the server's words"));
        Assert.Equal(failure, told.Failure);
        Assert.Contains("the server's words", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(121, ItemStatus.Permanent)]
    [InlineData(2, ItemStatus.Permanent)]
    [InlineData(66, ItemStatus.Permanent)]
    [InlineData(10334, ItemStatus.Permanent)]
    [InlineData(11000, ItemStatus.Retry)]
    [InlineData(112, ItemStatus.Retry)]
    [InlineData(91, ItemStatus.Retry)]
    [InlineData(133, ItemStatus.Retry)]
    [InlineData(365, ItemStatus.Retry)]
    public void A_write_fails_by_its_code(int code, ItemStatus status) => Assert.Equal(status, MongoErrors.OfWrite(new MongoFailure(code, "words")).Status);

    [Fact]
    public void A_label_or_a_missing_majority_says_that_it_passes()
    {
        BsonWriter w = new();
        w.Begin();
        w.Int32("ok"u8, 0);
        w.Int32("code"u8, 2);
        w.Text("errmsg"u8, "words");
        w.BeginArray("errorLabels"u8);
        w.Text(default, "RetryableWriteError"u8);
        w.End();
        w.End();
        Assert.Equal(TargetFailure.Transient, MongoErrors.Of("db", MongoAnswer.Failure(w.Written.Span)!.Value).Failure);
        w.Clear();
        w.Begin();
        w.Int32("ok"u8, 1);
        w.BeginDocument("writeConcernError"u8);
        w.Int32("code"u8, 64);
        w.End();
        w.End();
        Assert.Equal(TargetFailure.Transient, MongoErrors.Of("db", MongoAnswer.Failure(w.Written.Span)!.Value).Failure);
    }
}
