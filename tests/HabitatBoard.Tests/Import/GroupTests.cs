using System.Text;
using HabitatBoard.Delegations;
using HabitatBoard.Import;
using HabitatBoard.Tests.Data;

namespace HabitatBoard.Tests.Import;

/// <summary>Groups of States that the registers do not have are made known where somebody speaks for them, and nothing else is.</summary>
public sealed class GroupTests
{
    [Theory]
    [InlineData("The representative of Egypt, on behalf of the Arab States, made a statement.", "Arab States")]
    [InlineData("The representative of Egypt made a statement on behalf of the Arab Group.", "Arab Group")]
    [InlineData("The observer for Samoa, speaking on behalf of the Alliance of Small Island States (AOSIS), made a statement.", "AOSIS: Alliance of Small Island States")]
    [InlineData("The representative of Nepal, on behalf of the least developed countries, made a statement.", "LDC: least developed countries")]
    [InlineData("The observer for Fiji, on behalf of the Pacific small island developing States, made a statement.", "PSIDS: Pacific small island developing States")]
    [InlineData("The observer for Australia, on behalf of JUSCANZ, made a statement.", "JUSCANZ: JUSCANZ")]
    [InlineData("The representative of Uganda, on behalf of the Non-Aligned Movement, made a statement.", "Non-Aligned Movement")]
    [InlineData("The representative of Kenya, on behalf of the Group of Friends of Housing for All, made a statement.", "GFHA: Group of Friends of Housing for All")]
    [InlineData("The representative of the European Union, on behalf of the European Union and its member States, made a statement.", "EUMS: European Union and its member States")]
    // A group of the registers, however it is spelt.
    [InlineData("The representative of Kenya, on behalf of the African Group, made a statement.", "")]
    [InlineData("The representative of Kenya, on behalf of the Group of African countries, made a statement.", "")]
    [InlineData("The representative of Egypt, on behalf of the Group of 77 and China, made a statement.", "")]
    // What is no group.
    [InlineData("The representative of Kenya, on behalf of the Government of Kenya, made a statement.", "")]
    [InlineData("The representative of Kenya, on behalf of the Bureau, made a statement.", "")]
    [InlineData("The representative of the secretariat made a statement on behalf of the Executive Director.", "")]
    [InlineData("The representative of Norway, on behalf of Denmark and Sweden, made a statement.", "")]
    [InlineData("The representative of Kenya, on behalf of the ad hoc working group, made a statement.", "")]
    [InlineData("The representative of Kenya, on behalf of the League of Arab States, made a statement.", "")]
    // Nobody speaks for them.
    [InlineData("The Arab States and the least developed countries were mentioned.", "")]
    public async Task Import_MakesGroupsKnown(string sentence, string expected)
    {
        var report = $"Executive Board of the United Nations Human Settlements Programme\n\nHSP/EB.2025/12\n\nfirst session of 2025\n\nReport of the Executive Board\n\nI. Opening of the session\n\n1. {sentence}\n";
        Assert.Equal(expected, Said(await ReadAsync(report)));
    }

    [Theory]
    [InlineData("埃及代表代表阿拉伯国家发言。", "阿拉伯国家")]
    [InlineData("斐济观察员代表太平洋小岛屿发展中国家作了发言。", "太平洋小岛屿发展中国家")]
    [InlineData("欧洲联盟代表代表欧洲联盟及其成员国作了发言。", "欧洲联盟及其成员国")]
    [InlineData("加纳代表以非正规住区问题之友小组的名义发言。", "非正规住区问题之友小组")]
    [InlineData("肯尼亚代表代表非洲国家集团发言。", "")]
    [InlineData("肯尼亚代表代表主席团发言。", "")]
    [InlineData("挪威代表代表丹麦和瑞典发言。", "")]
    public async Task Import_MakesGroupsKnown_InChinese(string sentence, string expected)
    {
        var report = $"联合国人类住区规划署\n\nHSP/EB.2025/12\n\n人居署执行局\n\n2025 年第一次会议\n\n执行局的报告\n\n一、会议开幕\n\n1. {sentence}\n";
        Assert.Equal(expected, Said(await ReadAsync(report)));
    }

    /// <summary>Every group that is proposed is one for which a statement is made, and the other way round; each once.</summary>
    [Theory]
    [InlineData("2025-1.zh")]
    [InlineData("2026-2.en")]
    public async Task Import_ProposesAGroup_WhereSomebodySpeaksForIt(string name)
    {
        var proposal = await ReadAsync(Encoding.UTF8.GetString(OtherReportTests.Bytes(name)));
        var proposed = proposal.Facts.Where(f => f.Kind == FactKind.Group).Select(f => ((Group)f.Row).Code).ToList();
        var spoken = proposal.Record.Statements.SelectMany(s => s.OnBehalfOf).Select(o => o.GroupCode).OfType<string>().ToHashSet();
        Assert.Equal(proposed.Distinct(), proposed);
        Assert.All(proposed, code => Assert.Contains(code, spoken));
        Assert.All(spoken, code => Assert.True(proposal.Record.Groups.ContainsKey(code)));
    }

    private static async Task<ImportProposal> ReadAsync(string report)
    {
        await using var board = await TestInstallation.SeededAsync();
        await using var db = await board.Stores.Working.CreateDbContextAsync();
        return await ReportImport.ReadAsync(HabitatBoard.Import.Files.ReportFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(report))), null, db, CancellationToken.None);
    }

    /// <summary>Name, and code where it is more than a hash of the name.</summary>
    private static string Said(ImportProposal proposal) => string.Join("; ", proposal.Facts.Where(f => f.Kind == FactKind.Group).Select(f => (Group)f.Row)
        .Select(g => g.Code.StartsWith("GRP-") ? g.Name[proposal.Language]!.Text : $"{g.Code}: {g.Name[proposal.Language]!.Text}"));
}
