using System.Text.Json;
using HiveGen.Adapters.MySql;
using HiveGen.Adapters.MySql.Driver;
using HiveGen.Adapters.MySql.PlanetScale;
using HiveGen.Targets;

namespace HiveGen.Tests;

public sealed class ErrorTests
{
    [Theory]
    [InlineData(TargetFailure.Transient, 1205, 1213, 1040, 1053, 2006, 2013, 1290, 1042)]
    [InlineData(TargetFailure.Configuration, 1044, 1045, 1049, 1142, 1227, 1064, 1698)]
    [InlineData(TargetFailure.Schema, 1054, 1146, 1060, 1051)]
    [InlineData(TargetFailure.Batch, 1048, 1062, 1264, 1292, 1366, 1406, 1452, 1644, 3819, 4025)]
    [InlineData(TargetFailure.TooLarge, 1153)]
    [InlineData(TargetFailure.Unknown, 0, 9999)]
    public void Numbers_are_classed(TargetFailure failure, params int[] numbers)
        => Assert.All(numbers, number => Assert.Equal(failure, MySqlErrors.Class(new MySqlRefusal(number, ""))));

    [Theory]
    [InlineData("Unavailable", TargetFailure.Transient)]
    [InlineData("Aborted", TargetFailure.Transient)]
    [InlineData("DeadlineExceeded", TargetFailure.Transient)]
    [InlineData("ResourceExhausted", TargetFailure.Throttled)]
    [InlineData("Unauthenticated", TargetFailure.Configuration)]
    [InlineData("NotFound", TargetFailure.Schema)]
    [InlineData("InvalidArgument", TargetFailure.Batch)]
    public void Without_a_number_the_kind_of_Vitess_counts(string kind, TargetFailure failure) => Assert.Equal(failure, MySqlErrors.Class(Refusal($"target: db.-.primary: rpc error: code = {kind} desc = words")));

    [Fact]
    public void An_answer_gives_its_number_and_never_its_SQL()
    {
        MySqlRefusal refusal = Refusal("target: db.-.primary: vttablet: rpc error: code = AlreadyExists desc = Duplicate entry '(errno 1)' for key (errno 1062) (sqlstate 23000) (CallerID: me): Sql: \"insert into t values ('secret')\", BindVars: {}");
        Assert.Equal(1062, refusal.Number);
        Assert.Equal("AlreadyExists", refusal.Kind);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("(sqlstate 23000)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_driver_tells_its_number_in_its_data_however_deep()
    {
        Thrown inner = new("no");
        inner.Data["Server Error Code"] = 1213;
        Assert.Equal(1213, Assert.IsType<MySqlRefusal>(DriverErrors.Of("db", new Thrown("outer", inner))).Number);
        Assert.Equal(TargetFailure.Transient, Assert.IsType<TargetException>(DriverErrors.Of("db", new Thrown("connection reset"))).Failure);
    }

    private static MySqlRefusal Refusal(string message) => PlanetScaleAnswer.Error(JsonSerializer.SerializeToElement(new { error = new { code = "UNKNOWN", message } }))!;

    private sealed class Thrown(string message, Exception? inner = null) : System.Data.Common.DbException(message, inner);
}
