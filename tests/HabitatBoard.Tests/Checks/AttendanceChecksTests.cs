using HabitatBoard.Attendance;
using HabitatBoard.Checks;
using HabitatBoard.Delegations;
using HabitatBoard.Statements;

namespace HabitatBoard.Tests.Checks;

public sealed class AttendanceChecksTests
{
    private static SmallSession Attended() => new SmallSession()
        .Delegations("Angola", "Brazil", "Chad", "Denmark", "Egypt")
        .Attend(AttendanceClass.Member, 1, "成员国", "Angola", "Brazil", "Chad")
        .Attend(AttendanceClass.ObserverState, 2, "会员国", "Denmark");

    [Fact]
    public void Capacity_OfAnObserverAmongMembers_AndTheReverse_IsFoundOnceForEach()
    {
        var session = Attended().Speak(3, Capacity.BoardMember, "Angola", "Denmark").Speak(4, Capacity.BoardMember, "Denmark").Speak(4, Capacity.Observer, "Brazil");
        Assert.Equal(["3 Denmark", "4 Brazil"], session.Found<CapacityAgainstAttendance>());
        Assert.Equal([2, 3, 4], session.Run<CapacityAgainstAttendance>()[0].Paragraphs);
    }

    [Fact]
    public void Capacity_AsAttended_IsNotFound() =>
        Assert.Empty(Attended().Speak(3, Capacity.BoardMember, "Angola", "Chad").Speak(3, Capacity.Observer, "Denmark").Found<CapacityAgainstAttendance>());

    [Fact]
    public void ASpeaker_WhomNoListNames_IsFound() =>
        Assert.Equal(["3 Egypt"], Attended().Speak(3, Capacity.BoardMember, "Angola", "Egypt").Speak(5, Capacity.BoardMember, "Egypt").Found<SpeakerNotInAttendance>());

    [Fact]
    public void ASpeaker_RecordedAsAbsent_IsFound()
    {
        var finding = Assert.Single(Attended().Attend(AttendanceClass.Member, 1, Presence.Absent, "Egypt").Speak(3, Capacity.BoardMember, "Egypt").Run<SpeakerNotInAttendance>());
        Assert.Contains("absent", finding.Message.En!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ACapacity_OfWhichTheListsNameNobody_IsOneFinding() =>
        Assert.Equal(
            ["4 nonGovernmental"],
            Attended().Delegation("Org-A", DelegationKind.NonGovernmental, "甲").Delegation("Org-B", DelegationKind.NonGovernmental, "乙")
                .Person("a", "A Ames").Person("b", "B Bell").Organization(4, "a", "Org-A").Organization(4, "b", "Org-B").Found<SpeakerNotInAttendance>());

    [Fact]
    public void Speakers_AreNotFound_WhereTheyAttend_OrAttendanceIsNotRecorded()
    {
        Assert.Empty(Attended().Speak(3, Capacity.BoardMember, "Angola").Found<SpeakerNotInAttendance>());
        Assert.Empty(new SmallSession().Delegations("Angola").Speak(3, Capacity.BoardMember, "Angola").Found<SpeakerNotInAttendance>());
    }

    [Theory]
    [InlineData("Angola Brazil Chad", "")]
    [InlineData("Brazil Angola Chad", "Brazil")]
    [InlineData("Angola Chad Brazil Denmark", "Chad")]
    [InlineData("Egypt Angola Brazil Chad Denmark", "Egypt")]
    [InlineData("Brazil Chad Denmark Egypt Angola", "Angola")]
    public void Order_NamesTheOneEntryThatIsOutOfPlace(string speakers, string found) =>
        Assert.Equal(found, string.Join(' ', Attended().Speak(3, Capacity.BoardMember, speakers.Split(' ')).Run<ListOrder>().Select(f => f.Subject.Key)));

    [Fact]
    public void Order_OfAttendance_IsThatOfTheClass_AndNotOfTheWholeList()
    {
        Assert.Empty(Attended().Found<ListOrder>());
        Assert.Equal(["2 Egypt"], new SmallSession().Delegations("Egypt", "Denmark", "Chad").Attend(AttendanceClass.Member, 2, "成员国", "Egypt", "Chad", "Denmark").Found<ListOrder>());
    }

    [Fact]
    public void Order_OfOrganizations_IsBySurname()
    {
        var session = new SmallSession().Delegation("Org-A", DelegationKind.NonGovernmental, "甲").Person("a", "Zoë Ames").Person("b", "Ann Bell");
        Assert.Empty(session.Organization(4, "a", "Org-A").Organization(4, "b", "Org-A").Found<ListOrder>());
        Assert.Equal(["5 b"], session.Organization(5, "b", "Org-A").Organization(5, "a", "Org-A").Found<ListOrder>());
    }

    [Fact]
    public void OneWhoSpeaksForAGroup_AndThenForItself_IsNoDuplicate()
    {
        Assert.Empty(Attended().SpeakFor(3, Capacity.BoardMember, "Angola", "G77").Speak(3, Capacity.BoardMember, "Angola").Found<SpokeTwice>());
        Assert.Equal(["3 Angola"], Attended().Speak(3, Capacity.BoardMember, "Angola", "Angola").Found<SpokeTwice>());
    }

    [Fact]
    public void Duplicates_OfAttendance_AreFound()
    {
        Assert.Empty(Attended().Found<AttendedTwice>());
        Assert.Equal(["2 Angola"], Attended().Attend(AttendanceClass.ObserverState, 2, Presence.Present, "Angola").Found<AttendedTwice>());
    }

    [Theory]
    [InlineData("下列联合国专门机构派观察员出席了会议", DelegationKind.UnBody, false)]
    [InlineData("下列联合国专门机构派观察员出席了会议", DelegationKind.State, true)]
    [InlineData("下列会员国派观察员出席了会议", DelegationKind.State, false)]
    [InlineData("下列会员国派观察员出席了会议", DelegationKind.ObserverEntity, true)]
    [InlineData("下列政府间组织出席了会议", DelegationKind.NonGovernmental, true)]
    [InlineData("下列观察员出席了会议", DelegationKind.Intergovernmental, false)]
    public void AHeading_AgainstWhoStandsUnderIt(string heading, DelegationKind kind, bool found) =>
        Assert.Equal(found, new SmallSession().Delegation("X", kind, "某某").Attend(AttendanceClass.OtherObserver, 6, heading, "X").Found<HeadingAgainstContent>() is ["6 otherObserver"]);

    [Theory]
    [InlineData("某某开发银行", true)]
    [InlineData("某某基金会", false)]
    public void ANameThatSaysWhatItIs_UnderAnotherHeading_IsANotice(string name, bool found)
    {
        var findings = new SmallSession().Delegation("X", DelegationKind.NonGovernmental, name).Person("a", "A Ames").Organization(7, "a", "X")
            .Text(7, $"下列非政府组织的代表发了言：A Ames（{name}）。").Run<HeadingAgainstContent>();
        Assert.Equal(found, findings is [{ Severity: Severity.Notice, Paragraph: 7 }]);
    }

    [Theory]
    [InlineData("下列执行局成员国的代表作了发言：法国。", true)]
    [InlineData("下列执行局成员国的代表作了发言：法国（代表非洲国家发言）。", true)]
    [InlineData("下列执行局成员国的代表作了发言：法国和德国。", false)]
    [InlineData("下列执行局成员国的代表作了发言：波斯尼亚和黑塞哥维那。", true)]
    [InlineData("下列一个成员国的代表作了发言：法国、德国。", true)]
    [InlineData("下列一个成员国的代表作了发言：法国。", false)]
    [InlineData("法国代表作了发言。", false)]
    [InlineData("主席提请注意以下文件：财务状况报告。", false)]
    public void ThePhrase_AgainstTheNumberOfSpeakers(string text, bool found) =>
        Assert.Equal(found, new SmallSession().Delegation("FRA", DelegationKind.State, "法国").Delegation("DEU", DelegationKind.State, "德国").Delegation("BIH", DelegationKind.State, "波斯尼亚和黑塞哥维那")
            .Text(3, text).Found<NumberOfSpeakers>() is ["3 3"]);

    [Theory]
    [InlineData("Representatives of the following members of the Executive Board made statements: France.", true)]
    [InlineData("Representatives of the following members of the Executive Board made statements: Chad, France.", false)]
    [InlineData("The representative of Chad and France made a statement.", true)]
    [InlineData("The representative of Chad made a statement.", false)]
    public void ThePhrase_AgainstTheNumberOfSpeakers_InEnglish(string text, bool found) =>
        Assert.Equal(found, new SmallSession().Delegations("Chad", "France").Text(3, "。", text).Found<NumberOfSpeakers>() is ["3 3"]);
}
