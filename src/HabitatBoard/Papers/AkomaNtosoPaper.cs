using System.Globalization;
using System.Text;
using System.Xml;
using HabitatBoard.Languages;
using HabitatBoard.Reports;

namespace HabitatBoard.Papers;

/// <summary>
/// A paper as Akoma Ntoso 3.0 (OASIS LegalDocML), as the United Nations uses it: a report is a <c>debateReport</c>, a
/// decision a <c>statement</c>, an agenda a <c>debateReport</c> of the subtype agenda. Ids are alike in all languages.
/// </summary>
internal static class AkomaNtosoPaper
{
    public const string Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
    private const string Board = "unhabitat-eb";
    private const string Editor = "habitatboard";

    /// <summary>The address of the work: <c>/akn/un/debateReport/unhabitat-eb/2024-05-14/HSP-EB.2024-12</c>.</summary>
    public static string WorkIri(Paper paper) => paper.Kind switch
    {
        PaperKind.Decision => DecisionIri(paper.Work.Number),
        PaperKind.Agenda => $"/akn/un/debateReport/agenda/{Board}/{Day(paper.Work.Date)}/{Dashed(paper.Work.Number)}",
        _ => $"/akn/un/debateReport/{Board}/{Day(paper.Work.Date)}/{Dashed(paper.Work.Number)}",
    };

    public static void Write(Paper paper, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false });
        new Writer(paper, xml).Write();
    }

    /// <summary>A decision is dated by the year of its number: the day is not always recorded.</summary>
    private static string DecisionIri(string number) => $"/akn/un/statement/deliberation/{Board}/{number.Split('/')[0]}/{Dashed(number)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Dashed(string number) => number.Replace('/', '-');

    private sealed class Writer(Paper paper, XmlWriter xml)
    {
        private readonly string work = WorkIri(paper);

        public void Write()
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("akomaNtoso", Namespace);
            Start(paper.Kind == PaperKind.Decision ? "statement" : "debateReport", ("name", paper.Kind switch { PaperKind.Decision => "decision", PaperKind.Agenda => "agenda", _ => "report" }));
            xml.WriteAttributeString("xml", "lang", null, paper.Language.Code);
            Meta();
            CoverPage();
            Preface();
            Start("mainBody");
            var open = 0;
            foreach (var section in paper.Sections)
            {
                Close(section.Level - 1);
                Section(section, ref open);
            }
            Close(0);
            End(3);
            xml.WriteEndDocument();

            void Close(int level)
            {
                for (; open > level; open--)
                {
                    End();
                }
            }
        }

        private void Meta()
        {
            var expression = $"{work}/{paper.Language.Code3}@";
            Start("meta");
            Start("identification", ("source", $"#{Editor}"));
            Start("FRBRWork");
            Core($"{work}/!main", work, paper.Work.Date, paper.Work.DateOf);
            Empty("FRBRcountry", ("value", "un"));
            if (paper.Kind != PaperKind.Report)
            {
                Empty("FRBRsubtype", ("value", paper.Kind == PaperKind.Agenda ? "agenda" : "deliberation"));
            }
            Empty("FRBRnumber", ("value", paper.Work.Number));
            Empty("FRBRname", ("value", paper.Title.Plain));
            End();
            Start("FRBRExpression");
            Core($"{expression}/!main", expression, paper.Work.IssuedOn ?? paper.Work.Date, paper.Work.IssuedOn is null ? paper.Work.DateOf : "issue");
            Empty("FRBRlanguage", ("language", paper.Language.Code3));
            End();
            Start("FRBRManifestation");
            Core($"{expression}/!main.akn", $"{expression}.akn", paper.Work.IssuedOn ?? paper.Work.Date, paper.Work.IssuedOn is null ? paper.Work.DateOf : "issue");
            Empty("FRBRformat", ("value", PaperFormats.AkomaNtoso));
            End(2);
            Start("references", ("source", $"#{Editor}"));
            Empty("TLCOrganization", ("eId", Board), ("href", $"/ontology/bodies/{Board}"), ("showAs", paper.Masthead.Organ?.Plain ?? "Executive Board"));
            Empty("TLCOrganization", ("eId", Editor), ("href", $"/ontology/systems/{Editor}"), ("showAs", "HabitatBoard"));
            foreach (var reference in paper.References)
            {
                Empty(
                    reference.Kind switch
                    {
                        CitationKind.Person => "TLCPerson",
                        CitationKind.Body or CitationKind.Delegation => "TLCOrganization",
                        CitationKind.Session => "TLCEvent",
                        CitationKind.Resolution => "TLCConcept",
                        _ => "TLCReference",
                    },
                    // What is no class of the standard has a name of ours.
                    reference.Kind is CitationKind.Document or CitationKind.Decision or CitationKind.DecisionPart ? ("name", reference.Kind == CitationKind.Document ? "document" : "decision") : default,
                    ("eId", reference.Id),
                    ("href", Address(reference)),
                    ("showAs", reference.Name));
            }
            End(2);
        }

        private void Core(string self, string uri, DateOnly date, string dateOf)
        {
            Empty("FRBRthis", ("value", self));
            Empty("FRBRuri", ("value", uri));
            Empty("FRBRdate", ("date", Day(date)), ("name", dateOf));
            Empty("FRBRauthor", ("href", $"#{Board}"));
        }

        /// <summary>Where things of the record are found: those that the API serves there, others by names of our own.</summary>
        private static string Address(PaperReference reference) => reference.Kind switch
        {
            CitationKind.Document => $"/api/v1/documents/{reference.Target}",
            CitationKind.Decision => DecisionIri(reference.Target),
            CitationKind.DecisionPart => reference.Target.Split('(') is [var number, var letter] ? $"{DecisionIri(number)}/~part_{letter.TrimEnd(')')}" : DecisionIri(reference.Target),
            CitationKind.Delegation => $"/api/v1/delegations/{reference.Target}",
            CitationKind.Session => $"/api/v1/sessions/{reference.Target}",
            CitationKind.Person => $"/ontology/persons/{reference.Target}",
            CitationKind.Resolution => $"/ontology/resolutions/{Dashed(reference.Target)}",
            _ => $"/ontology/bodies/{reference.Target}",
        };

        private void CoverPage()
        {
            var (masthead, language) = (paper.Masthead, paper.Language);
            Start("coverPage");
            Start("container", ("eId", "coverPage__masthead"), ("name", "masthead"));
            Line("organization", masthead.Organization);
            if (masthead.Symbol is { } symbol)
            {
                Start("p", ("class", "symbol"));
                Element("docNumber", symbol);
                End();
            }
            Line("programme", masthead.Programme);
            Line("programmeShortName", masthead.ProgrammeShortName);
            if (masthead.Distribution is { } distribution)
            {
                Start("p", ("class", "distribution"));
                Masthead(language.DistributionLine(distribution));
                End();
            }
            if (masthead.IssuedOn is { } issued)
            {
                Start("p", ("class", "date"));
                Start("docDate", ("date", Day(issued)));
                Masthead(language.DateLine(issued));
                End(2);
            }
            if (masthead.Symbol is not null)
            {
                Start("p", ("class", "language"));
                Masthead(language.LanguageLine);
                End();
            }
            if (masthead.Original is { } original)
            {
                Start("p", ("class", "original"));
                Masthead(language.OriginalLine(original));
                End();
            }
            Line("organ", masthead.Organ);
            Line("session", masthead.Session);
            Line("datesAndPlace", masthead.DatesAndPlace);
            End(2);
        }

        private void Masthead(string line)
        {
            if (paper.Language.MastheadLanguage == paper.Language)
            {
                xml.WriteString(line);
                return;
            }
            Start("span");
            xml.WriteAttributeString("xml", "lang", null, paper.Language.MastheadLanguage.Code);
            xml.WriteString(line);
            xml.WriteEndElement();
        }

        private void Preface()
        {
            Start("preface");
            Start("longTitle", ("eId", "preface__longTitle"));
            Start("p");
            Start("docTitle");
            Runs(paper.Title);
            End(3);
            Line("rapporteur", paper.Rapporteur);
            if (paper.Notice is not null)
            {
                Start("p", ("class", "notice"));
                Element("remark", paper.Notice, ("type", "editorial"));
                End();
            }
            if (paper.Kind == PaperKind.Report)
            {
                Start("toc", ("eId", "toc"));
                foreach (var section in paper.Contents)
                {
                    Start("tocItem", ("level", section.Level.ToString(CultureInfo.InvariantCulture)), ("href", $"#{section.Id}"));
                    xml.WriteString($"{section.Mark?.Text}{section.AfterMark}{section.Heading!.Plain}");
                    End();
                }
                End();
            }
            End();
        }

        private void Section(PaperSection section, ref int open)
        {
            if (section.Heading is not null)
            {
                Start(
                    paper.Kind == PaperKind.Decision ? "part" : section.Level == 1 ? "section" : "subsection",
                    ("eId", section.Id),
                    StatusOf(section.Heading.Status));
                open++;
                if (section.Mark is { } mark)
                {
                    Element("num", mark.Text);
                }
                Start("heading");
                Runs(section.Heading);
                End();
            }
            foreach (var paragraph in section.Paragraphs)
            {
                Paragraph(paragraph);
            }
            if (section.Notes.Count > 0)
            {
                if (section.Heading is not null)
                {
                    Start("wrapUp", ("eId", $"{section.Id}__wrapup"));
                }
                foreach (var note in section.Notes)
                {
                    Start("p");
                    Element("remark", note.Plain, ("type", "editorial"));
                    End();
                }
                if (section.Heading is not null)
                {
                    End();
                }
            }
        }

        private void Paragraph(PaperParagraph paragraph)
        {
            Start("paragraph", ("eId", paragraph.Id), StatusOf(paragraph.Status));
            if (paragraph.Mark is { } mark)
            {
                Element("num", mark.Text);
            }
            if (paragraph.Lines.Count == 0)
            {
                Content("content", paragraph.Id, paragraph.Text);
                End();
                return;
            }
            Content("intro", paragraph.Id, paragraph.Text);
            Lines(paragraph);
            End();
        }

        private void Lines(PaperParagraph paragraph)
        {
            var used = new HashSet<string>(StringComparer.Ordinal);
            var lines = paragraph.Lines;
            var above = "";
            for (var i = 0; i < lines.Count; i++)
            {
                var line = lines[i];
                var parent = line.Degree == 1 ? paragraph.Id : above;
                var id = $"{parent}__subpara_{Part(line.Mark)}";
                for (var again = 2; !used.Add(id); again++)
                {
                    id = string.Create(CultureInfo.InvariantCulture, $"{parent}__subpara_{Part(line.Mark)}-{again}");
                }
                var down = i + 1 < lines.Count && lines[i + 1].Degree > line.Degree;
                Start("subparagraph", ("eId", id));
                if (line.Mark is { } mark)
                {
                    Element("num", mark.Text);
                }
                Content(down ? "intro" : "content", id, line.Text);
                if (down)
                {
                    above = id;
                    continue;
                }
                End();
                if (line.Degree == 2 && (i + 1 == lines.Count || lines[i + 1].Degree == 1))
                {
                    End();
                }
            }

            // Alike in all languages: a for (a) and (أ), 1 for (i) and (一).
            static string Part(Mark? mark) => mark is null ? "x"
                : mark.IsLetter ? Mark.Write(Counting.LowerLetter, mark.Value) ?? mark.Value.ToString(CultureInfo.InvariantCulture)
                : mark.Value.ToString(CultureInfo.InvariantCulture);
        }

        private void Content(string element, string id, PaperText text)
        {
            Start(element, ("eId", $"{id}__{element}"));
            Start("p");
            Runs(text);
            End(2);
        }

        private void Line(string kind, PaperText? text)
        {
            if (text is null)
            {
                return;
            }
            Start("p", ("class", kind));
            Runs(text);
            End();
        }

        private void Runs(PaperText text)
        {
            if (text.Runs.Count == 0)
            {
                Element("remark", paper.NotRecorded, ("type", "editorial"));
            }
            foreach (var run in text.Runs)
            {
                switch (run.Mentions)
                {
                    case { Kind: CitationKind.Person } person:
                        Inline(run, "person", ("refersTo", $"#{person.Id}"));
                        break;
                    case { Kind: CitationKind.Body or CitationKind.Delegation } organization:
                        Inline(run, "organization", ("refersTo", $"#{organization.Id}"));
                        break;
                    case { Kind: CitationKind.Session } session:
                        Inline(run, "event", ("refersTo", $"#{session.Id}"));
                        break;
                    case { } reference:
                        Inline(run, "ref", ("href", Address(reference)));
                        break;
                    case null when run.Language != paper.Language:
                        Inline(run, "span", default);
                        break;
                    default:
                        xml.WriteString(run.Text);
                        break;
                }
            }
        }

        private void Inline(PaperRun run, string element, (string, string) attribute)
        {
            Start(element, attribute);
            if (run.Language != paper.Language)
            {
                xml.WriteAttributeString("xml", "lang", null, run.Language.Code);
            }
            xml.WriteString(run.Text);
            xml.WriteEndElement();
        }

        /// <summary>What is not printed in an official version is the work of an editor.</summary>
        private static (string Name, string Value) StatusOf(TextStatus status) => status switch
        {
            TextStatus.Composed => ("status", "editorial"),
            TextStatus.Unofficial => ("status", "translated"),
            _ => default,
        };

        private void Start(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            xml.WriteStartElement(element, Namespace);
            foreach (var (name, value) in attributes)
            {
                if (name is not null)
                {
                    xml.WriteAttributeString(name, value);
                }
            }
        }

        private void Empty(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            Start(element, attributes);
            xml.WriteEndElement();
        }

        private void Element(string element, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            Start(element, attributes);
            xml.WriteString(text);
            xml.WriteEndElement();
        }

        private void End(int levels = 1)
        {
            for (; levels > 0; levels--)
            {
                xml.WriteEndElement();
            }
        }
    }
}
