using HiveGen.Adapters.MongoDb;

namespace HiveGen.Tests;

public sealed class ConnectionStringTests
{
    [Fact]
    public void Everything_is_read()
    {
        MongoSettings settings = MongoUrl.Parse("key", "mongodb://us%3Aer:p%40ss%2F@db1.example.com,DB2.example.com:27018,[::1]:1/app?replicaSet=rs0&authSource=users&tls=false&maxPoolSize=3&connectTimeoutMS=1500&socketTimeoutMS=2500&appName=a%20b&retryWrites=true&w=majority");
        Assert.Equal("db1.example.com:27017,db2.example.com:27018,[::1]:1", settings.ToString());
        Assert.Equal(("us:er", "p@ss/", "app", "users", "rs0"), (settings.User, settings.Password, settings.Database, settings.AuthSource, settings.ReplicaSet));
        Assert.Equal((false, 3, 1500d, 2500d, "a b"), (settings.Tls == true, settings.MaxConnections, settings.ConnectTimeout.TotalMilliseconds, settings.CommandTimeout.TotalMilliseconds, settings.AppName));
    }

    [Theory]
    [InlineData("mongodb://127.0.0.1/app", false)]
    [InlineData("mongodb://localhost:1,[::1]/app", false)]
    [InlineData("mongodb://db.example.com/app", true)]
    [InlineData("mongodb://localhost,db.example.com/app", true)]
    [InlineData("mongodb://db.example.com/app?tls=false", false)]
    [InlineData("mongodb://localhost/app?tls=true", true)]
    public void What_leaves_this_machine_is_encrypted_unless_it_says_otherwise(string url, bool tls)
    {
        MongoSettings settings = MongoUrl.Parse("key", url);
        Assert.All(settings.Hosts, host => Assert.Equal(tls, settings.Encrypts(host)));
    }

    [Theory]
    [InlineData("mongodb+srv://user:s3cret@cluster.example.com/app", "List the hosts")]
    [InlineData("postgres://user:s3cret@db/app", "must begin with mongodb://")]
    [InlineData("mongodb://user:s3cret@/app", "empty place")]
    [InlineData("mongodb://user:s3cret@db:70000/app", "none: write name or name:port")]
    [InlineData("mongodb://::1/app", "[address] for IPv6")]
    [InlineData("mongodb://user:s3cret@fe80::1/app", "[address] for IPv6")]
    [InlineData("mongodb://db/app?tlsCAFile=/no/such.pem", "which is no PEM file of certificates that can be read")]
    [InlineData("mongodb://db/app?tlsCAFile=", "which is no PEM file of certificates that can be read")]
    [InlineData("mongodb://user:s3cret%@db/app", "write %25")]
    [InlineData("mongodb://user:s3/cret@db/app", "in percent")]
    [InlineData("mongodb://user:s3?cret@db/app", "in percent")]
    [InlineData("mongodb://user:s3:cret@db/app", "in percent")]
    [InlineData("mongodb://:s3cret@db/app", "no user")]
    [InlineData("mongodb://db/app?tls=yes", "tls=yes, which must be true or false")]
    [InlineData("mongodb://db/app?maxPoolSize=0", "maxPoolSize=0, which must be a whole number from 1")]
    [InlineData("mongodb://db/app?tlsCertificateKeyFile=x", "'tlsCertificateKeyFile', which is not known here")]
    [InlineData("mongodb://db/app?authMechanism=MONGODB-X509", "only SCRAM-SHA-256 is built in")]
    [InlineData("mongodb://db/app?readPreference=secondary", "read at its primary")]
    [InlineData("mongodb://db/app?w=1", "w=majority")]
    [InlineData("mongodb://a,b/app?directConnection=true", "must be one")]
    public void What_is_wrong_is_told_with_how_to_mend_it_and_without_the_password(string url, string told)
    {
        HiveException wrong = Assert.Throws<HiveException>(() => new MongoTarget("reports", url));
        Assert.Contains(told, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3", wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_an_authority_is_told_at_once()
    {
        using TestFolder folder = new();
        await File.WriteAllTextAsync(folder.File("empty.pem"), "no certificate");
        HiveException wrong = Assert.Throws<HiveException>(() => new MongoTarget("reports", $"mongodb://db/app?tlsCAFile={Uri.EscapeDataString(folder.File("empty.pem"))}"));
        Assert.Contains("tlsCAFile", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mongodb://localhost", "has no database")]
    [InlineData("mongodb://localhost/a.b", "character that no database may have")]
    public void A_database_is_asked_for(string url, string told)
        => Assert.Contains(told, Assert.Throws<HiveException>(() => new MongoTarget("reports", url)).Message, StringComparison.Ordinal);
}
