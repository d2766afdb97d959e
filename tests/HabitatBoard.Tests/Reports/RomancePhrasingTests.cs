using System.Globalization;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;

namespace HabitatBoard.Tests.Reports;

/// <summary>The rules of French and Spanish that no template holds.</summary>
public sealed class RomancePhrasingTests(SeedReport seed) : IClassFixture<SeedReport>
{
    private static readonly FrenchPhrasing French = new();
    private static readonly SpanishPhrasing Spanish = new();

    [Theory]
    [InlineData(Language.Fr)]
    [InlineData(Language.Es)]
    public async Task Genitives_AreTheGoldenOnes(Language language)
    {
        var facts = await seed.FactsAsync();
        var phrasing = LanguagePhrasing.Of(language)!;
        var delegations = facts.Delegations.Values.OrderBy(d => d.Code, StringComparer.Ordinal).Where(d => d.RunningName[language] is not null)
            .Select(d => phrasing.InSentence(d, d.RunningName[language]!.Text));
        var groups = facts.Groups.Values.OrderBy(g => g.Code, StringComparer.Ordinal).Select(g => phrasing.GroupInSentence(g.Name[language]!.Text));
        Golden.Assert($"genitives.{language.Code}.txt", string.Join('\n', [.. delegations, .. groups, ""]));
    }

    [Theory]
    [InlineData("2024-05-06", "2024-05-08", "du 6 au 8 mai 2024", "del 6 al 8 de mayo de 2024")]
    [InlineData("2024-05-01", "2024-05-03", "du 1er au 3 mai 2024", "del 1 al 3 de mayo de 2024")]
    [InlineData("2024-05-29", "2024-05-30", "les 29 et 30 mai 2024", "los días 29 y 30 de mayo de 2024")]
    [InlineData("2024-04-30", "2024-05-01", "du 30 avril au 1er mai 2024", "del 30 de abril al 1 de mayo de 2024")]
    [InlineData("2024-12-30", "2025-01-02", "du 30 décembre 2024 au 2 janvier 2025", "del 30 de diciembre de 2024 al 2 de enero de 2025")]
    [InlineData("2024-08-01", "2024-08-01", "le 1er août 2024", "el 1 de agosto de 2024")]
    public void Dates_HaveTheirPreposition(string from, string until, string french, string spanish)
    {
        var period = new Period(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(until, CultureInfo.InvariantCulture));
        Assert.Equal(french, French.Dates(period));
        Assert.Equal(spanish, Spanish.Dates(period));
    }

    [Theory]
    [InlineData("2024-05-06T09:35+03:00", "le lundi 6 mai 2024 à 9_h_35", "a las 9.35_horas del lunes 6 de mayo de 2024")]
    [InlineData("2024-05-01T15:00+03:00", "le mercredi 1er mai 2024 à 15_heures", "a las 15.00_horas del miércoles 1 de mayo de 2024")]
    [InlineData("2024-05-08T01:05+03:00", "le mercredi 8 mai 2024 à 1_h_05", "a la 1.05_horas del miércoles 8 de mayo de 2024")]
    public void Moments_AreOfTwentyFourHours(string at, string french, string spanish)
    {
        var moment = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        Assert.Equal(french.Replace('_', '\u00a0'), French.Moment(moment));
        Assert.Equal(spanish.Replace('_', '\u00a0'), Spanish.Moment(moment));
    }

    [Theory]
    [InlineData("a pris note de ", "les résultats", "a pris note des résultats")]
    [InlineData("a pris note de ", "le rapport", "a pris note du rapport")]
    [InlineData("a pris note de ", "une enquête", "a pris note d’une enquête")]
    [InlineData("a pris note de ", "la situation", "a pris note de la situation")]
    [InlineData("Chef de section,", ".", "Chef de section.")]
    [InlineData("Chef de section,", " a fait", "Chef de section, a fait")]
    public void French_ContractsWhereWordsMeet(string before, string after, string met) => Assert.Equal(met, Met(French, before, after));

    [Theory]
    [InlineData("tomó nota de ", "el informe", "tomó nota del informe")]
    [InlineData("tomó nota de ", "los resultados", "tomó nota de los resultados")]
    [InlineData(" de ", "El Salvador", " de El Salvador")]
    [InlineData("Burundi y ", "Irlanda", "Burundi e Irlanda")]
    [InlineData("; y ", "Hiroshi", "; e Hiroshi")]
    [InlineData("Burundi y ", "Hungría", "Burundi y Hungría")]
    [InlineData("Burundi y ", "Yemen", "Burundi y Yemen")]
    public void Spanish_ContractsWhereWordsMeet(string before, string after, string met) => Assert.Equal(met, Met(Spanish, before, after));

    [Theory]
    [InlineData("Président", "le Président")]
    [InlineData("Présidente", "la Présidente")]
    [InlineData("Directrice exécutive", "la Directrice exécutive")]
    [InlineData("Directeur exécutif par intérim", "le Directeur exécutif par intérim")]
    [InlineData("Secrétaire générale adjointe aux services de contrôle interne", "la Secrétaire générale adjointe aux services de contrôle interne")]
    [InlineData("Secrétaire d’État chargée du logement", "la Secrétaire d’État chargée du logement")]
    [InlineData("Ministre d’État chargé du développement urbain", "le Ministre d’État chargé du développement urbain")]
    [InlineData("Administrateur assistant", "l’Administrateur assistant")]
    [InlineData("Représentant du secrétariat", "le représentant du secrétariat")]
    [InlineData("Un autre représentant du secrétariat", "un autre représentant du secrétariat")]
    [InlineData("Représentante permanente du Costa Rica", "la Représentante permanente du Costa Rica")]
    public void French_OfficesTakeTheirArticle(string office, string inSentence) => Assert.Equal(inSentence, French.OfficeInSentence(office));

    [Theory]
    [InlineData("Presidente", "el Presidente")]
    [InlineData("Directora Ejecutiva", "la Directora Ejecutiva")]
    [InlineData("Vicepresidenta", "la Vicepresidenta")]
    [InlineData("Director Ejecutivo Interino", "el Director Ejecutivo Interino")]
    [InlineData("Representante de la secretaría", "el representante de la secretaría")]
    [InlineData("Otro representante de la secretaría", "otro representante de la secretaría")]
    public void Spanish_OfficesTakeTheirArticle(string office, string inSentence) => Assert.Equal(inSentence, Spanish.OfficeInSentence(office));

    [Theory]
    [InlineData(Language.Fr, 33, "ci-après ont fait des déclarations\u00a0: Allemagne, Argentine, Brésil, Colombie, États-Unis, Fédération de Russie, France,")]
    [InlineData(Language.Fr, 33, "délégations ci-après ont également fait des déclarations\u00a0: Burkina Faso, Indonésie et Union européenne.")]
    [InlineData(Language.Fr, 21, "Cameroun (au nom des États d’Afrique)")]
    [InlineData(Language.Fr, 21, "Égypte (d’abord au nom du Groupe des 77 et de la Chine, puis au nom de l’Égypte)")]
    [InlineData(Language.Fr, 22, "Le Conseil exécutif a pris note des documents présentés au titre du point\u00a04 de l’ordre du jour et des informations complémentaires fournies.")]
    [InlineData(Language.Fr, 27, "Exerçant son droit de réponse, le représentant des États-Unis a fait une déclaration.")]
    [InlineData(Language.Fr, 69, "\na) Décision\u00a02024/1\u00a0: ")]
    [InlineData(Language.Fr, 69, "\niii) Partie\u00a0c)\u00a0: ")]
    [InlineData(Language.Es, 33, "la Junta Ejecutiva: Alemania, Argentina, Brasil, Colombia, Estados Unidos, Federación de Rusia, Francia,")]
    [InlineData(Language.Es, 21, "Egipto (primero en nombre del Grupo de los 77 y China y después en nombre de Egipto)")]
    [InlineData(Language.Es, 22, "La Junta Ejecutiva tomó nota de los documentos presentados en relación con el tema\u00a04 del programa y de la información adicional proporcionada.")]
    [InlineData(Language.Es, 27, "Formuló una declaración el representante de la Liga de los Estados Árabes.")]
    [InlineData(Language.Es, 69, "\ni) Parte\u00a0a): ")]
    public async Task Report_IsWordedAsTheOrganizationDoes(Language language, int paragraph, string words) =>
        Assert.Contains(words, SeedReport.Compose(await seed.FactsAsync(), language).Paragraphs.Single(p => p.Number == paragraph).Text);

    [Fact]
    public async Task Persons_AreNotBorrowed()
    {
        var persons = SeedReport.Compose(await seed.FactsAsync(), Language.Fr).Paragraphs.SelectMany(p => p.Spans).Where(s => s.Mentions?.Kind == CitationKind.Person).ToList();
        Assert.NotEmpty(persons);
        Assert.All(persons, p => Assert.Equal(Language.Fr, p.Language));
    }

    private static string Met(LanguagePhrasing phrasing, string before, string after)
    {
        var (first, second) = phrasing.Meet(before, after);
        return first + second;
    }
}
