using Npgsql;

namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>Addresses as PostgreSQL's own programs, Neon and Prisma write them.</summary>
public sealed class UrlTests
{
    [Theory]
    [InlineData("postgres://u:p@h/d", "Host=h:5432;Username=u;Password=p;Database=d")]
    [InlineData("postgresql://u:p@h:6432/d", "Host=h:6432;Username=u;Password=p;Database=d")]
    [InlineData("POSTGRES://h", "Host=h:5432")]
    [InlineData("postgres://u%40x:p%3A%2F%40@h/d%20e", "Host=h:5432;Username=u@x;Password=p:/@;Database=d e")]
    [InlineData("postgres://u:p@@h/d", "Host=h:5432;Username=u;Password=p@;Database=d")]
    [InlineData("postgres://u:p/q@h/d", "Host=h:5432;Username=u;Password=p/q;Database=d")]
    [InlineData("postgres://u:p:q;r@h/d", "Host=h:5432;Username=u;Password='p:q;r';Database=d")]
    [InlineData("postgres://u:p@[::1]:5433/d", "Host=[::1]:5433;Username=u;Password=p;Database=d")]
    [InlineData("postgres://u:p@a:1,b/d?target_session_attrs=read-write", "Host=a:1,b:5432;Username=u;Password=p;Database=d;Target Session Attributes=read-write")]
    [InlineData("postgres://u:p@h/d?sslmode=verify-full&sslrootcert=%2Fca.pem", "Host=h:5432;Username=u;Password=p;Database=d;SSL Mode=VerifyFull;Root Certificate=/ca.pem")]
    [InlineData("postgres://u:p@ep-x-pooler.eu.aws.neon.tech/d?sslmode=require&channel_binding=require", "Host=ep-x-pooler.eu.aws.neon.tech:5432;Username=u;Password=p;Database=d;SSL Mode=Require;Channel Binding=Require")]
    [InlineData("postgres://u:p@h/d?pgbouncer=true&connection_limit=7&connect_timeout=9&schema=mirror&application_name=a", "Host=h:5432;Username=u;Password=p;Database=d;Maximum Pool Size=7;Timeout=9;Search Path=mirror;Application Name=a")]
    [InlineData("postgres://u:p@/d?host=/var/run/postgresql", "Host=/var/run/postgresql;Username=u;Password=p;Database=d")]
    [InlineData("postgres:///d?host=%2Fcloudsql%2Fp%3Ar%3Ai&port=5433", "Host=/cloudsql/p:r:i;Port=5433;Database=d")]
    [InlineData("postgres://u:p@localhost/d?host=/cloudsql/p:r:i", "Host=/cloudsql/p:r:i;Username=u;Password=p;Database=d")]
    [InlineData("postgres://?host=h&port=5433&user=u&password=p&dbname=d", "Host=h:5433;Port=5433;Username=u;Password=p;Database=d")]
    [InlineData("postgres://a,b:7/d?port=5433", "Host=a:5433,b:7;Port=5433;Database=d")]
    [InlineData("postgres://u@x/d?host=a:1,b", "Host=a:1,b:5432;Username=u;Database=d")]
    public void An_address_is_read(string url, string expected)
        => Assert.Equal(Sorted(new NpgsqlConnectionStringBuilder(expected)), Sorted(PostgresUrl.Parse(url)));

    [Theory]
    [InlineData("postgres://u:s3cret@/d", "names no host")]
    [InlineData("postgres://u:s3cret@h:port/d", "port")]
    [InlineData("postgres://u:s3?cret@h/d", "percent-encoded")]
    [InlineData("postgres://u:33?s3=cret@h/d", "percent-encoded")]
    [InlineData("postgres://u:s3cret@h/d?ssmode=require", "'ssmode'")]
    [InlineData("postgres://u:s3cret@/d?host=/s&port=s3", "'port'")]
    [InlineData("postgres://u:s3cret@h/d?sslmode=sometimes", "'sslmode'")]
    [InlineData("postgres://u:s3cret@h/d?connect_timeout=soon", "'connect_timeout'")]
    [InlineData("Host=h;Password=s3cret;Sssl=x", "neither an address")]
    [InlineData("Host=h;Password=s3;cret", "neither an address")]
    [InlineData("Username=u;Password=s3cret", "names no host")]
    public void A_wrong_one_is_told_by_its_key_without_the_password(string connection, string expected)
    {
        HiveException wrong = Assert.Throws<HiveException>(() => PostgresSettings.Of("Hive:Targets:reports:Connection", connection, isNeon: false));

        Assert.StartsWith("Hive:Targets:reports:Connection ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3", wrong.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("cret", wrong.ToString(), StringComparison.Ordinal);
    }

    private static List<string> Sorted(NpgsqlConnectionStringBuilder builder) => [.. builder.Select(static pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal)];
}
