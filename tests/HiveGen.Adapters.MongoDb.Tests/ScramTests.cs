using HiveGen.Adapters.MongoDb;
using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>The conversation of RFC 7677, section 3.</summary>
public sealed class ScramTests
{
    private const string Nonce = "rOprNGfwEbeRWgbNEkqO";
    private const string ServerFirst = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
    private const string ServerFinal = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

    [Fact]
    public void It_says_what_the_standard_says()
    {
        Scram scram = new("user", Nonce);
        Assert.Equal("n,,n=user,r=rOprNGfwEbeRWgbNEkqO", scram.First);
        Assert.Equal("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", scram.Final(ServerFirst, new ScramKeys("pencil")));
        scram.Verify(ServerFinal);
    }

    [Theory]
    [InlineData("v=7rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")]
    [InlineData("v=")]
    [InlineData("")]
    [InlineData("e=other-error")]
    [InlineData("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl9")]
    public void A_server_that_does_not_know_the_password_is_not_trusted(string final)
    {
        Scram scram = new("user", Nonce);
        scram.Final(ServerFirst, new ScramKeys("pencil"));
        TargetException untrusted = Assert.Throws<TargetException>(() => scram.Verify(final));
        Assert.Equal(TargetFailure.Configuration, untrusted.Failure);
    }

    [Theory]
    [InlineData("r=another,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")]
    [InlineData("r=rOprNGfwEbeRWgbNEkqO,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")]
    [InlineData("r=rOprNGfwEbeRWgbNEkqO%x,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=1")]
    [InlineData("r=rOprNGfwEbeRWgbNEkqO%x,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=2000000000")]
    [InlineData("r=rOprNGfwEbeRWgbNEkqO%x,s=!,i=4096")]
    [InlineData("")]
    public void A_first_message_out_of_the_protocol_is_refused(string first)
        => Assert.Throws<TargetException>(() => new Scram("user", Nonce).Final(first, new ScramKeys("pencil")));

    [Fact]
    public void Names_are_escaped() => Assert.StartsWith("n,,n=a=3Db=2Cc,r=", new Scram("a=b,c").First, StringComparison.Ordinal);

    [Theory]
    [InlineData("pencil", "pencil")]
    [InlineData("with space !~", "with space !~")]
    public void Plain_passwords_stay_as_they_are(string password, string prepared) => Assert.Equal(prepared, SaslPrep.Of(password));

    [Theory]
    [InlineData("tab\t")]
    [InlineData("\u007f")]
    // The tests run with InvariantGlobalization, which cannot normalise.
    [InlineData("pässword")]
    public void Passwords_that_cannot_be_prepared_are_refused_and_not_shown(string password)
    {
        TargetException refused = Assert.Throws<TargetException>(() => SaslPrep.Of(password));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.DoesNotContain(password, refused.Message, StringComparison.Ordinal);
    }
}
