using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using HabitatBoard.Accounts;
using QRCoder;

namespace HabitatBoard.Tests.Accounts;

/// <summary>What people do with their own account.</summary>
public sealed partial class OwnAccountTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task APublisherWithoutASecondFactor_SetsOneUp_AndMayPublishInTheSameVisit()
    {
        var publisher = await board.SignedInAsync(Role.Administrator, secondFactor: false);
        using var refused = await publisher.Http.GetAsync("/en/manage/users");
        Assert.Equal("/en/account/authenticator?returnUrl=%2Fen%2Fmanage%2Fusers", refused.Headers.Location!.ToString());

        var page = await publisher.GetPageAsync(refused.Headers.Location.ToString());
        var key = page.QuerySelector(".key code")!.TextContent.Replace(" ", "");
        AssertShows(page.QuerySelector("svg.qr")!, Totp.Address(key, publisher.UserName));
        Assert.Equal(Totp.Address(key, publisher.UserName), page.QuerySelector(".scan a")!.GetAttribute("href"));
        using var wrong = await publisher.SendAsync("/en/account/authenticator", [("code", "000000")], page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var right = await publisher.SendAsync("/en/account/authenticator", [("code", Totp.Password(key, Totp.StepAt(DateTimeOffset.UtcNow)))], page);
        var codes = (await StaffClient.ReadAsync(right, HttpStatusCode.OK)).QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, codes.Distinct().Count());
        await publisher.GetPageAsync("/en/manage/users");

        // From now on the password alone is not enough.
        var later = board.NewStaffClient();
        using var first = await later.PostAsync("/en/account/sign-in", [("userName", publisher.UserName), ("password", BoardFixture.Password)]);
        Assert.NotNull((await StaffClient.ReadAsync(first, HttpStatusCode.OK)).GetElementById("code"));
        using var denied = await later.Http.GetAsync("/en/manage");
        Assert.Equal(HttpStatusCode.Found, denied.StatusCode);
        await board.NewStaffClient().SignInAsync(publisher.UserName, BoardFixture.Password, codes[0]);
    }

    [Fact]
    public async Task RemovingTheAuthenticator_TakesThePowersThatNeedIt()
    {
        var administrator = await board.SignedInAsync(Role.Administrator);
        using var removed = await administrator.PostAsync("/en/account/authenticator?handler=Remove", []);
        Assert.Equal(HttpStatusCode.SeeOther, removed.StatusCode);
        using var refused = await administrator.Http.GetAsync("/en/manage/users");
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        await administrator.GetPageAsync("/en/manage");
    }

    [Fact]
    public async Task APassword_IsChanged_AndOtherVisitsEnd()
    {
        const string New = "seven tall boats drift by";
        var here = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var elsewhere = board.NewStaffClient();
        await elsewhere.SignInAsync(here.UserName, BoardFixture.Password);

        using var wrong = await here.PostAsync("/en/account/password", [("current", "not this"), ("password", New), ("again", New)]);
        Assert.NotNull((await StaffClient.ReadAsync(wrong, HttpStatusCode.UnprocessableEntity)).QuerySelector("#current[aria-invalid]"));
        using var different = await here.PostAsync("/en/account/password", [("current", BoardFixture.Password), ("password", New), ("again", New + "x")]);
        Assert.NotNull((await StaffClient.ReadAsync(different, HttpStatusCode.UnprocessableEntity)).QuerySelector("#again[aria-invalid]"));
        using var weak = await here.PostAsync("/en/account/password", [("current", BoardFixture.Password), ("password", "123456789012345"), ("again", "123456789012345")]);
        Assert.NotNull((await StaffClient.ReadAsync(weak, HttpStatusCode.UnprocessableEntity)).QuerySelector("#password[aria-invalid]"));

        using var changed = await here.PostAsync("/en/account/password", [("current", BoardFixture.Password), ("password", New), ("again", New)]);
        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        await here.GetPageAsync("/en/manage");
        using var refused = await elsewhere.Http.GetAsync("/en/manage");
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        await board.NewStaffClient().SignInAsync(here.UserName, New);
    }

    [Fact]
    public async Task Passwords_AreHashedWithAtLeast220000RoundsOfHmacSha512()
    {
        var administrator = await board.SignedInAsync(Role.Administrator);
        var name = $"h{Guid.NewGuid():N}"[..12];
        using var added = await administrator.PostAsync("/en/manage/users", [("userName", name), ("displayName", name), ("role", "Editor")]);
        var link = new Uri((await StaffClient.ReadAsync(added, HttpStatusCode.OK)).QuerySelector(".done code")!.TextContent).PathAndQuery;
        using var set = await board.NewStaffClient().PostAsync("/en/account/link", [("token", TokenOf(link)), ("password", BoardFixture.Password), ("again", BoardFixture.Password)], from: link);
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);

        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(board.Folder, "accounts.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT PasswordHash FROM Users WHERE UserName = $name";
        command.Parameters.AddWithValue("$name", name);
        var hash = Convert.FromBase64String((string)(await command.ExecuteScalarAsync())!);
        // Version 3: marker, pseudo-random function (2 is HMAC-SHA512), rounds.
        Assert.Equal(1, hash[0]);
        Assert.Equal(2u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)));
        Assert.True(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)) >= 220_000);
    }

    [Fact]
    public async Task APasskeyThatIsMadeUp_IsRefused_NotAFailure()
    {
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        foreach (var credential in new[] { "", "{}", "null", "[1,2]", "{\"id\":\"AAAA\",\"type\":\"public-key\"}", new string('x', 100_000) })
        {
            using var added = await editor.PostAsync("/en/account?handler=Passkey", [("credential", credential)]);
            await StaffClient.ReadAsync(added, HttpStatusCode.UnprocessableEntity);
            using var asked = await editor.PostAsync("/en/account?handler=Ask", []);
            Assert.Equal("application/json", asked.Content.Headers.ContentType!.MediaType);
            using var answered = await editor.PostAsync("/en/account?handler=Passkey", [("credential", credential)]);
            await StaffClient.ReadAsync(answered, HttpStatusCode.UnprocessableEntity);
            var stranger = board.NewStaffClient();
            using var ask = await stranger.PostAsync("/en/account/sign-in?handler=Ask", []);
            using var signIn = await stranger.PostAsync("/en/account/sign-in?handler=Passkey", [("credential", credential)]);
            await StaffClient.ReadAsync(signIn, HttpStatusCode.UnprocessableEntity);
        }
    }

    internal static string TokenOf(string link) => link[(link.IndexOf("token=", StringComparison.Ordinal) + 6)..];

    /// <summary>The modules drawn are those of the text, dark on light, with the margin that readers need, and there are words for it.</summary>
    private static void AssertShows(IElement picture, string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        var drawn = new bool[size, size];
        foreach (var run in Run().Matches(picture.QuerySelector("path[fill='#000']")!.GetAttribute("d")!).Select(m => m.Groups))
        {
            for (var i = 0; i < Whole(run[3]); i++)
            {
                drawn[Whole(run[2]), Whole(run[1]) + i] = true;
            }
        }
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                Assert.Equal(code.ModuleMatrix[y][x], drawn[y, x]);
                Assert.False(drawn[y, x] && (Math.Min(x, y) < 4 || Math.Max(x, y) >= size - 4));
            }
        }
        Assert.Equal($"M0 0h{size}v{size}h-{size}z", picture.QuerySelector("path[fill='#fff']")!.GetAttribute("d"));
        Assert.Equal("img", picture.GetAttribute("role"));
        Assert.Equal("QR code of the key", picture.GetAttribute("aria-label"));

        static int Whole(Group group) => int.Parse(group.Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\d+z")]
    private static partial Regex Run();
}
