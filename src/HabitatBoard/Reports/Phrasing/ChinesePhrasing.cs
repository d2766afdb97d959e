using System.Globalization;
using HabitatBoard.Languages;

namespace HabitatBoard.Reports.Phrasing;

/// <summary>Reports in Chinese. Lists follow the English alphabetical order, which the record keeps as printed.</summary>
public sealed class ChinesePhrasing : LanguagePhrasing
{
    private static readonly string[] Digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    public override Language Language => Language.Zh;

    public override PhraseBook Book { get; } = new()
    {
        { Phrase.Opening, "{at}，主席{chair}宣布人居署执行局{session}开幕{remarks}。" },
        { Phrase.OpeningWithoutTime, "主席{chair}宣布人居署执行局{session}开幕{remarks}。" },
        { Phrase.ChairByName, "{person}{delegation}" },
        { Phrase.OpeningRemarks, "，并{topic}" },
        { Phrase.OpeningRemarks, "he", "，他{topic}" },
        { Phrase.OpeningRemarks, "she", "，她{topic}" },
        { Phrase.Arrangements, "{mode}{note}。" },
        { Phrase.ArrangementsNote, "，{note}" },
        { Phrase.HeldInPerson, "本次会议完全现场举行" },
        { Phrase.HeldOnline, "本次会议完全在线举行" },
        { Phrase.HeldHybrid, "本次会议以现场和在线相结合的方式举行" },
        { Phrase.Interpretation, "会议期间每天可提供{hours}小时的{languages}同声传译服务。" },
        { Phrase.InterpretationInPerson, "对于现场参会的人员，会议期间每天可提供{hours}小时的{languages}同声传译服务。" },
        { Phrase.InterpretationOffered, "会议期间提供{languages}口译。" },
        { Phrase.SixLanguages, "联合国六种正式语文" },
        { Phrase.Closing, "主席于{at}宣布会议闭幕。" },
        { Phrase.ClosingWithoutTime, "主席宣布会议闭幕。" },

        { Phrase.SpeakerByOfficeAndName, "{office}{person}" },
        { Phrase.SpeakerOfDelegation, "{delegation}代表" },
        { Phrase.OfDelegation, "（{delegation}）" },
        { Phrase.OnBehalf, "（代表{groups}发言）" },
        { Phrase.OnBehalf, "tersely", "（代表{groups}）" },
        { Phrase.InCapacities, "（{capacities}发言）" },
        { Phrase.FirstCapacity, "首先代表{groups}" },
        { Phrase.NextCapacity, "，然后代表{groups}" },
        { Phrase.ByRecordedVideo, "（通过录制视频致词）" },
        { Phrase.ByVideoLink, "（通过视频链接致词）" },

        { Phrase.OpeningStatements, "致开幕词的有：{speakers}。" },
        { Phrase.OpeningStatement, "{speakers}致开幕词。" },
        { Phrase.OpeningSpeaker, "{office}{person}{medium}" },
        { Phrase.ClosingStatements, "{speakers}致闭幕词。" },

        { Phrase.IntroductionWithDocuments, "在介绍该项目时，{speaker}提请注意{documents}。" },
        { Phrase.IntroductionWithDocuments, "speaker-first", "{speaker}在介绍该项目时提请注意{documents}。" },
        { Phrase.Introduction, "{speaker}介绍了该项目。" },
        { Phrase.TwoDocuments, "{first}和{second}" },
        { Phrase.TwoDocuments, "as-well-as", "{first}，以及{second}" },
        { Phrase.ManyDocuments, "以下文件：{documents}" },
        { Phrase.ManyReportsOfExecutiveDirector, "执行主任关于以下方面的报告：{documents}" },
        { Phrase.WithSymbol, "{title}（{symbol}）" },
        { Phrase.ReportOfExecutiveDirector, "执行主任关于{title}的报告" },
        { Phrase.ReportOfExecutiveDirectorEntitled, "执行主任关于{title}" },
        { Phrase.NoteBySecretariat, "秘书处关于{title}的说明" },
        { Phrase.NoteBySecretariat, "outlining", "概述{title}的秘书处的说明" },
        { Phrase.ReportOn, "关于{title}的报告" },
        { Phrase.ReportEntitled, "{title}" },
        { Phrase.OtherDocument, "{title}" },
        { Phrase.ConferenceRoomPaper, "{document}载于一份会议室文件。" },
        { Phrase.DrewAttention, "发言者提请注意载于{symbol}号文件的{title}。" },
        { Phrase.DrewAttention, "he", "他提请注意载于{symbol}号文件的{title}。" },
        { Phrase.DrewAttention, "she", "她提请注意载于{symbol}号文件的{title}。" },
        { Phrase.DrewAttentionToPaper, "发言者提请注意载于一份会议室文件的{title}。" },

        { Phrase.Address, "{speaker}{behalf}{medium}{subject}{verb}{topic}。" },
        { Phrase.MadeStatement, "作了发言" },
        { Phrase.MadeStatement, "took-floor", "发了言" },
        { Phrase.MadeStatement, "briefly", "发言" },
        { Phrase.MadeStatement, "directly", "" },
        { Phrase.MadePresentation, "作了介绍" },
        { Phrase.MadePresentation, "took-floor", "发了言" },
        { Phrase.MadePresentation, "briefly", "发言" },
        { Phrase.MadePresentation, "directly", "" },
        { Phrase.MadePresentation, "further-information", "介绍了关于该事项的进一步信息" },
        { Phrase.AddressOnBehalf, "代表{groups}" },
        { Phrase.AddressForGovernment, "" },
        { Phrase.AddressForGovernment, "for-government", "以{delegation}政府的名义" },
        { Phrase.AddressByRecordedVideo, "通过录制视频" },
        { Phrase.AddressByVideoLink, "通过视频链接" },
        { Phrase.AddressOn, "就{subject}" },
        { Phrase.AddressTopic, "，{topic}" },
        { Phrase.AddressTopic, "directly", "{topic}" },
        { Phrase.AddressTopic, "running-on", "{topic}" },

        { Phrase.MemberList, "{after}{members}{verb}：{speakers}。" },
        { Phrase.After, "{heard}完毕后，" },
        { Phrase.After, "thereafter", "在{heard}之后，" },
        { Phrase.HeardStatements, "发言" },
        { Phrase.HeardPresentations, "介绍" },
        { Phrase.HeardStatementsAndPresentations, "发言和介绍" },
        { Phrase.Members, "下列执行局成员国" },
        { Phrase.Members, "board-first", "执行局下列成员国" },
        { Phrase.Members, "these", "以下执行局成员国" },
        { Phrase.OneMember, "下列执行局成员国" },
        { Phrase.OneMember, "board-first", "执行局下列成员国" },
        { Phrase.OneMember, "these", "以下执行局成员国" },
        { Phrase.MembersMadeStatements, "的代表作了发言" },
        { Phrase.MembersMadeStatements, "took-floor", "的代表发了言" },
        { Phrase.MembersMadeStatements, "as-states", "作了发言" },
        { Phrase.OneMemberMadeStatement, "的代表作了发言" },
        { Phrase.OneMemberMadeStatement, "took-floor", "的代表发了言" },
        { Phrase.OneMemberMadeStatement, "as-states", "作了发言" },
        { Phrase.Observers, "{speakers}的代表{also}{verb}。" },
        { Phrase.OneObserver, "{speakers}代表{also}{verb}。" },
        { Phrase.Also, "也" },
        { Phrase.ObserversMadeStatements, "作了发言" },
        { Phrase.ObserversMadeStatements, "took-floor", "发了言" },
        { Phrase.OneObserverMadeStatement, "作了发言" },
        { Phrase.OneObserverMadeStatement, "took-floor", "发了言" },
        { Phrase.Organizations, "下列非政府组织的代表{verb}：{speakers}。" },
        { Phrase.OneOrganization, "下列非政府组织的代表{verb}：{speakers}。" },
        { Phrase.OrganizationsMadeStatements, "作了发言" },
        { Phrase.OrganizationsMadeStatements, "took-floor", "发了言" },
        { Phrase.OrganizationSpeaker, "{person}（{organization}）" },
        { Phrase.RightOfReply, "{speakers}的代表行使答辩权发了言。" },
        { Phrase.OneRightOfReply, "{speakers}代表行使答辩权发了言。" },
        { Phrase.Answers, "{speakers}对提出的问题作了答复。" },

        { Phrase.AttendanceList, "{heading}：{delegations}。" },
        { Phrase.AttendedMembers, "人居署执行局下列成员国派代表出席了会议" },
        { Phrase.AttendedObserverStates, "还有下列联合国会员国派观察员出席了会议" },
        { Phrase.AttendedSpecializedAgencies, "下列联合国专门机构成员也派观察员出席了会议" },
        { Phrase.AttendedOthers, "下列观察员也出席了会议" },

        { Phrase.AgendaAdoption, "执行局根据{documents}通过了如下{session}议程：" },
        { Phrase.AgendaAdoptionWithoutDocuments, "执行局通过了如下{session}议程：" },
        { Phrase.AgendaDocument, "{title}（{symbol}）" },
        { Phrase.TookNote, "执行局表示注意到{subject}。" },
        { Phrase.DocumentsAndInformation, "在议程项目{item}下介绍的文件以及所提供的进一步信息" },
        { Phrase.Agreed, "执行局商定，{subject}。" },
        { Phrase.Agreed, "running-on", "执行局商定{subject}。" },
        { Phrase.Decided, "执行局决定，{subject}。" },
        { Phrase.Decided, "running-on", "执行局决定{subject}。" },
        { Phrase.CoFacilitation, "执行局商定，非正式协商将由{facilitators}共同主持。" },
        { Phrase.CoFacilitator, "{person}（{delegation}）" },
        { Phrase.Adoption, "执行局{also}通过了{provision}{noting}。" },
        { Phrase.Adoption, "number-first", "执行局{also}通过了{provision}{noting}；该决定系关于{title}。" },
        { Phrase.AlsoAdopted, "还" },
        { Phrase.Noting, "，其中表示注意到{subject}" },
        { Phrase.Decision, "关于{title}的第{number}号决定" },
        { Phrase.Decision, "number-first", "第{number}号决定" },
        { Phrase.DecisionPart, "{decision}中关于{title}的({letter})部分" },
        { Phrase.DecisionParagraphs, "{part}{paragraphs}" },
        { Phrase.DecisionParagraphs, "number-first", "{part}下的{paragraphs}" },
        { Phrase.DecisionSource, "该决定载于{symbol}号文件。" },
        { Phrase.ReportAdoptionByDecision, "在{provision}中，执行局通过了{report}。" },
        { Phrase.ReportAdoption, "执行局通过了{report}。" },
        { Phrase.ReportOfSession, "{dates}举行的{session}的工作报告" },
        { Phrase.NextSession, "执行局决定，{session}将于{dates}举行，为期{days}{agenda}。" },
        { Phrase.NextSessionAgenda, "，并决定了该次会议临时议程；在{decision}中，关于{title}的({letter})部分通过了该临时议程" },
        { Phrase.DecisionList, "执行局{session}通过了{source}以下决定：" },
        { Phrase.DecisionListSource, "载于{symbol}号文件的" },
        { Phrase.ListedDecision, "第{number}号决定：{title}" },
        { Phrase.Comprising, "，具体包括：" },
        { Phrase.Comprising, "after-full-stop", "。具体包括：" },
        { Phrase.ListedPart, "({letter})部分：{title}" },
        { Phrase.Resolution, "第{number}号决议" },
    };

    public override string SentenceSeparator => "";
    public override string Separator => "、";
    public override string LastSeparator => "和";
    public override string SeriesSeparator => "；";
    public override (string More, string Down, string End) LineEnds => ("；", "：", "。");
    public override string OrganizationSeparator => "及";
    public override bool SortsLists => false;

    public override string Date(DateOnly day) => day.ToString("yyyy 年 M 月 d 日", CultureInfo.InvariantCulture);

    public override string Dates(Period period)
    {
        var (from, until) = (period.StartsOn, period.EndsOn);
        return from == until ? Date(from)
            : from.Year != until.Year ? $"{Date(from)}至{Date(until)}"
            : from.Month != until.Month ? string.Create(CultureInfo.InvariantCulture, $"{Date(from)}至 {until:%M} 月 {until:%d} 日")
            : string.Create(CultureInfo.InvariantCulture, $"{Date(from)}至 {until:%d} 日");
    }

    public override string Moment(DateTimeOffset at)
    {
        var weekday = "日一二三四五六"[(int)at.DayOfWeek];
        var half = at.Hour switch { < 12 => "上午", 12 => "中午", _ => "下午" };
        var minutes = at.Minute == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {at.Minute} 分");
        return string.Create(CultureInfo.InvariantCulture, $"{Date(DateOnly.FromDateTime(at.DateTime))}星期{weekday}{half} {(at.Hour + 11) % 12 + 1} 时{minutes}");
    }

    public override string Days(int days) => $"{Numeral(days)}天";

    public override string ParagraphNumbers(IReadOnlyList<int> numbers) => numbers switch
    {
        [var only] => string.Create(CultureInfo.InvariantCulture, $"第 {only} 段"),
        [var first, .., var last] when numbers.Count > 2 && last - first == numbers.Count - 1 =>
            string.Create(CultureInfo.InvariantCulture, $"第 {first} 至第 {last} 段"),
        _ => string.Create(CultureInfo.InvariantCulture, $"第 {string.Join("、第 ", numbers.SkipLast(1))} 和第 {numbers[^1]} 段"),
    };

    public override string NameOf(Language language) => language switch
    {
        Language.Ar => "阿拉伯文",
        Language.Zh => "中文",
        Language.En => "英文",
        Language.Fr => "法文",
        Language.Ru => "俄文",
        _ => "西班牙文",
    };

    public override string SecondDegree(int number) => $"({Numeral(number)})";

    public override string SectionNumber(int number) => $"{Numeral(number)}、";

    /// <summary>In running text the last two names are joined by 和; a list of those attending runs on to its end, unless it is of two.</summary>
    public override bool AttendanceEndsAsSentence(int names) => names <= 2;

    public override (string? Called, string On) ReportTitle(string title) =>
        title.Contains("报告", StringComparison.Ordinal) ? (title, title) : (null, title);

    /// <summary>Chinese characters stand off from digits and Latin letters.</summary>
    public override string Joint(char before, char after) =>
        (IsHan(before) && IsLatin(after)) || (IsLatin(before) && IsHan(after)) ? " " : "";

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';

    private static bool IsLatin(char c) => char.IsLetterOrDigit(c) && c < '\u0500';

    /// <summary>A number from 0 to 99 in Chinese.</summary>
    internal static string Numeral(int number) => number switch
    {
        < 10 => Digits[number],
        < 100 => $"{(number < 20 ? "" : Digits[number / 10])}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
