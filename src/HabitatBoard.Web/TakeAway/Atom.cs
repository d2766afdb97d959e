using System.Text;
using System.Xml;
using HabitatBoard.Languages;

namespace HabitatBoard.Web.TakeAway;

/// <summary>One entry of a feed.</summary>
/// <param name="Name">What names it for good, <c>edition/2024-1/2</c>; its id is made from it.</param>
/// <param name="Href">The address of its page.</param>
/// <param name="Author">Null where it is the secretariat as a whole.</param>
/// <param name="Lines">What it says, as plain text; each line becomes a paragraph.</param>
internal sealed record FeedEntry(string Name, string Title, string Href, DateTimeOffset Published, DateTimeOffset Updated, string? Author, IReadOnlyList<string> Lines);

/// <summary>A feed as Atom (RFC 4287).</summary>
/// <param name="Name">What names it for good, <c>feed/2024-1</c>.</param>
/// <param name="Self">The address of the feed.</param>
/// <param name="Href">The address of the page that it follows.</param>
/// <param name="Updated">When it last changed.</param>
internal sealed record Feed(Language Language, string Name, string Title, string Subtitle, string Self, string Href, DateTimeOffset Updated, IReadOnlyList<FeedEntry> Entries)
{
    public const string MediaType = "application/atom+xml";

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed as UTF-8.</summary>
    public byte[] Write(PublicAddress address)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, Language.Code);
            Text("title", Title);
            Text("subtitle", Subtitle);
            Id(Name);
            Moment("updated", Updated);
            Link("self", Self, MediaType);
            Link("alternate", Href, "text/html");
            Author("HabitatBoard");
            foreach (var entry in Entries)
            {
                xml.WriteStartElement("entry", Atom);
                Text("title", entry.Title);
                Id($"{entry.Name}/{Language.Code}");
                Moment("published", entry.Published);
                Moment("updated", entry.Updated);
                Link("alternate", entry.Href, "text/html");
                if (entry.Author is not null)
                {
                    Author(entry.Author);
                }
                xml.WriteStartElement("content", Atom);
                xml.WriteAttributeString("type", "html");
                xml.WriteString(string.Concat(entry.Lines.Select(l => $"<p>{System.Net.WebUtility.HtmlEncode(Clean(l))}</p>")));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();

            void Text(string name, string text) => xml.WriteElementString(name, Atom, Clean(text));

            void Id(string name) => Text("id", $"urn:uuid:{NamedId.Of(name)}");

            void Moment(string name, DateTimeOffset moment) => Text(name, moment.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));

            void Link(string relation, string href, string type)
            {
                xml.WriteStartElement("link", Atom);
                xml.WriteAttributeString("rel", relation);
                xml.WriteAttributeString("type", type);
                xml.WriteAttributeString("hreflang", Language.Code);
                xml.WriteAttributeString("href", address.Of(href));
                xml.WriteEndElement();
            }

            void Author(string name)
            {
                xml.WriteStartElement("author", Atom);
                Text("name", name);
                xml.WriteEndElement();
            }
        }
        return bytes.ToArray();
    }

    /// <summary>Without what XML cannot hold.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(r => r.Value >= 0x20 ? r.Value is not (0xFFFE or 0xFFFF) : r.Value is '\t' or '\n'))
        {
            clean.Append(rune);
        }
        return clean.ToString();
    }
}
