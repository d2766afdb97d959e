using HabitatBoard.Search;

namespace HabitatBoard.Tests.Search;

public sealed class InflectionTests
{
    [Theory]
    [InlineData("budget budgets")]
    [InlineData("city cities")]
    [InlineData("house houses")]
    [InlineData("programme programmes program")]
    [InlineData("address addresses")]
    [InlineData("délégation délégations")]
    [InlineData("régional régionale régionaux régionales")]
    [InlineData("niveau niveaux")]
    [InlineData("urbain urbaine urbains urbaines")]
    [InlineData("ciudad ciudades")]
    [InlineData("sesión sesiones")]
    [InlineData("humano humana humanos humanas human")]
    [InlineData("бюджет бюджета бюджету бюджетом бюджете бюджеты бюджетов бюджетам бюджетами бюджетах")]
    [InlineData("директор директора директором")]
    [InlineData("исполнитель исполнителя исполнителем исполнители исполнителей")]
    [InlineData("Бразилия Бразилии Бразилию Бразилией")]
    [InlineData("решение решения решений решению решением решениями решениях")]
    [InlineData("исполнительный исполнительного исполнительному исполнительная исполнительные")]
    [InlineData("деятельность деятельности деятельностью")]
    [InlineData("ميزانية الميزانية والميزانية بالميزانية للميزانية وميزانية ميزانيات الميزانيات ميزانيته وميزانيتها")]
    [InlineData("موئل الموئل للموئل والموئل بالموئل لموئل ولموئل")]
    [InlineData("وثيقة الوثيقة والوثيقة")]
    public void FormsOfOneWord_HaveOneStem(string forms)
    {
        var stems = forms.Split(' ').Select(f => Inflection.StemOf(TextAnalysis.Analyse(f).Single().Term)).ToList();
        Assert.NotNull(stems[0]);
        Assert.Single(stems.Distinct());
    }

    [Theory]
    [InlineData("area", "are")]
    [InlineData("Niger", "Nigeria")]
    [InlineData("status", "stat")]
    [InlineData("nation", "national")]
    [InlineData("United", "unit")]
    [InlineData("мир", "мера")]
    [InlineData("كينيا", "غينيا")]
    [InlineData("بلد", "ولد")]
    public void DifferentWords_DoNot(string one, string other) =>
        Assert.NotEqual(Inflection.StemOf(TextAnalysis.Analyse(one).Single().Term), Inflection.StemOf(TextAnalysis.Analyse(other).Single().Term));

    [Theory]
    [InlineData("财")]
    [InlineData("2024")]
    [InlineData("g77")]
    [InlineData("un")]
    public void WhatHasNoForms_HasNoStem(string term) => Assert.Null(Inflection.StemOf(term));
}
