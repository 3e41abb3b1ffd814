using System.Text.Json;
using HiveGen.Adapters.MySql;
using HiveGen.Adapters.MySql.Driver;
using HiveGen.Adapters.MySql.PlanetScale;
using HiveGen.Targets;

namespace HiveGen.Tests;

public sealed class ErrorTests
{
    [Theory]
    [InlineData(TargetFailure.Transient, 1021, 1037, 1040, 1041, 1042, 1053, 1114, 1129, 1152, 1158, 1159, 1160, 1161, 1180, 1184, 1203, 1205, 1206, 1213, 1226, 1290, 1317, 1637, 1792, 1836, 1927, 2002, 2003, 2006, 2013, 2055, 3101, 3169, 3572, 4031)]
    [InlineData(TargetFailure.Timeout, 1969, 3024)]
    [InlineData(TargetFailure.Configuration, 1044, 1045, 1049, 1059, 1064, 1071, 1118, 1130, 1142, 1143, 1227, 1251, 1305, 1370, 1396, 1410, 1698, 1820, 1862, 3118, 3159, 3955)]
    [InlineData(TargetFailure.Schema, 1051, 1054, 1060, 1091, 1109, 1136, 1146, 1356, 1412)]
    [InlineData(TargetFailure.Batch, 1048, 1062, 1216, 1263, 1264, 1265, 1292, 1364, 1366, 1367, 1406, 1411, 1451, 1452, 1644, 3140, 3141, 3150, 3157, 3819, 4025, 4078)]
    [InlineData(TargetFailure.TooLarge, 1153, 1301, 2020)]
    [InlineData(TargetFailure.Unknown, 0, 1105, 9999)]
    public void Numbers_are_classed(TargetFailure failure, params int[] numbers)
        => Assert.All(numbers, number => Assert.Equal(failure, MySqlErrors.Class(new MySqlRefusal(number, ""))));

    [Theory]
    [InlineData("Unavailable", TargetFailure.Transient)]
    [InlineData("Aborted", TargetFailure.Transient)]
    [InlineData("Internal", TargetFailure.Transient)]
    [InlineData("Canceled", TargetFailure.Transient)]
    [InlineData("FailedPrecondition", TargetFailure.Transient)]
    [InlineData("ClusterEvent", TargetFailure.Transient)]
    [InlineData("DeadlineExceeded", TargetFailure.Timeout)]
    [InlineData("ResourceExhausted", TargetFailure.Throttled)]
    [InlineData("Unauthenticated", TargetFailure.Configuration)]
    [InlineData("PermissionDenied", TargetFailure.Configuration)]
    [InlineData("NotFound", TargetFailure.Schema)]
    [InlineData("InvalidArgument", TargetFailure.Batch)]
    [InlineData("AlreadyExists", TargetFailure.Batch)]
    [InlineData("OutOfRange", TargetFailure.Batch)]
    [InlineData("Unimplemented", TargetFailure.Unknown)]
    public void Without_a_number_the_kind_of_Vitess_counts(string kind, TargetFailure failure) => Assert.Equal(failure, MySqlErrors.Class(Refusal($"target: db.-.primary: rpc error: code = {kind} desc = words")));

    [Fact]
    public void An_answer_gives_its_number_and_never_its_SQL()
    {
        MySqlRefusal refusal = Refusal("target: db.-.primary: vttablet: rpc error: code = AlreadyExists desc = Duplicate entry '(errno 1)' for key (errno 1062) (sqlstate 23000) (CallerID: me): Sql: \"insert into t values ('secret')\", BindVars: {}");
        Assert.Equal(1062, refusal.Number);
        Assert.Equal("AlreadyExists", refusal.Kind);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("(sqlstate 23000)", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("words (errno 1) (sqlstate 1)", Refusal("words (errno 1) (sqlstate 1) (CallerID: me)").Message);
        Assert.Equal("words (errno 1)", Refusal("words (errno 1): Sql: \"x\" (CallerID: me)").Message);
    }

    [Theory]
    [InlineData("desc = Data too long (errno 1406) (sqlstate 22001) (CallerID: me): Sql: \"values ('(errno 1205) (sqlstate HY000)')\", BindVars: {}")]
    [InlineData("desc = Data too long (errno 1406) (sqlstate 22001): Sql: \"values ('(CallerID: me) (errno 1205)')\"")]
    public void A_value_in_the_SQL_is_not_taken_for_the_number_of_the_error(string message) => Assert.Equal(1406, Refusal("rpc error: code = InvalidArgument " + message).Number);

    [Theory]
    [InlineData(1216, true)]
    [InlineData(1452, true)]
    [InlineData(1451, false)]
    public void A_missing_parent_has_two_numbers(int number, bool missing) => Assert.Equal(missing, MySqlErrors.IsMissingParent(new MySqlRefusal(number, "")));

    [Fact]
    public void A_driver_tells_its_number_in_its_data_however_deep()
    {
        Thrown inner = new("no");
        inner.Data["Server Error Code"] = 1213;
        Assert.Equal(1213, Assert.IsType<MySqlRefusal>(DriverErrors.Of("db", new Thrown("outer", inner))).Number);
        Assert.Equal(TargetFailure.Transient, Assert.IsType<TargetException>(DriverErrors.Of("db", new Thrown("connection reset"))).Failure);
    }

    [Fact]
    public void What_a_driver_says_of_a_lost_connection_passes()
    {
        Assert.Equal(TargetFailure.Transient, Failure(new Thrown("gone", isTransient: true)));
        Assert.Equal(TargetFailure.Transient, Failure(new Thrown("gone", state: "08S01")));
        Assert.Equal(TargetFailure.Transient, Failure(new IOException("gone")));
        Assert.Equal(TargetFailure.Transient, Failure(new Thrown("gone", new IOException("reset"))));
    }

    [Fact]
    public void What_a_driver_gives_up_waiting_for_is_a_timeout()
    {
        Assert.Equal(TargetFailure.Timeout, Failure(new TimeoutException()));
        Assert.Equal(TargetFailure.Timeout, Failure(new Thrown("fatal", new Thrown("expired", new TimeoutException()))));
        Thrown interrupted = new("Query execution was interrupted");
        interrupted.Data["Server Error Code"] = 1317;
        Thrown expired = new("The Command Timeout expired", interrupted);
        expired.Data["Server Error Code"] = -1;
        Assert.Equal(TargetFailure.Timeout, Failure(expired));
        Thrown unreached = new("Unable to connect", new TimeoutException());
        unreached.Data["Server Error Code"] = 1042;
        Assert.Equal(1042, Assert.IsType<MySqlRefusal>(DriverErrors.Of("db", unreached)).Number);
    }

    private static TargetFailure Failure(Exception thrown) => Assert.IsType<TargetException>(DriverErrors.Of("db", thrown)).Failure;

    private static MySqlRefusal Refusal(string message) => PlanetScaleAnswer.Error(JsonSerializer.SerializeToElement(new { error = new { code = "UNKNOWN", message } }))!;

    private sealed class Thrown(string message, Exception? inner = null, bool isTransient = false, string? state = null) : System.Data.Common.DbException(message, inner)
    {
        public override bool IsTransient => isTransient;

        public override string? SqlState => state;
    }
}
