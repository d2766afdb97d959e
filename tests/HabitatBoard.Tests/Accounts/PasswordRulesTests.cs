using HabitatBoard.Accounts;

namespace HabitatBoard.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("fourteen chars", PasswordFault.TooShort)]
    [InlineData("passwordpassword", PasswordFault.TooCommon)]
    [InlineData("P4ssw0rd12345678", PasswordFault.TooCommon)]
    [InlineData("123456789012345", PasswordFault.TooCommon)]
    [InlineData("qwertyuiopasdfghjkl", PasswordFault.TooCommon)]
    [InlineData("1qaz2wsx3edc4rfv", PasswordFault.TooCommon)]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", PasswordFault.TooCommon)]
    [InlineData("abcabcabcabcabcabc", PasswordFault.TooCommon)]
    [InlineData("xk7xk7xk7xk7xk7xk7", PasswordFault.TooCommon)]
    [InlineData("HabitatBoard2024!!", PasswordFault.TooCommon)]
    [InlineData("iloveyousunshine1999", PasswordFault.TooCommon)]
    [InlineData("correcthorsebatterystaple", PasswordFault.TooCommon)]
    [InlineData("Mwangi2024Mwangi2025", PasswordFault.TooCommon)]
    [InlineData("wet gravel hums at noon", null)]
    [InlineData("五只猫在屋顶上数星星而月亮睡着了", null)]
    [InlineData("кот ждёт трамвай у моря", null)]
    [InlineData("t7#Lq9!vZ2@mXw5", null)]
    [InlineData("all lower case letters and nothing else", null)]
    public void APassword_IsTakenUnlessOthersWouldGuessIt(string password, PasswordFault? fault) =>
        Assert.Equal(fault, PasswordRules.Check(password, "j.mwangi", "Jane Mwangi"));

    [Fact]
    public void APasswordIsAtMost256Characters()
    {
        var random = new Random(7);
        var long256 = string.Concat(Enumerable.Range(0, 256).Select(_ => (char)random.Next('!', '~')));
        Assert.Null(PasswordRules.Check(long256));
        Assert.Equal(PasswordFault.TooLong, PasswordRules.Check(long256 + "x"));
    }
}

public sealed class TotpTests
{
    // RFC 6238, appendix B, the last six of its eight digits; the key is the ASCII text 12345678901234567890.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Password_IsThatOfTheStandard(long seconds, string password) =>
        Assert.Equal(password, Totp.Password("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void APassword_IsTakenOneStepBeforeAndAfter(int late, bool taken)
    {
        const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        var now = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);
        Assert.Equal(taken, Totp.StepOf(Key, Totp.Password(Key, Totp.StepAt(now)), now.AddSeconds(late)) is not null);
    }
}
