using System.Text;

namespace HabitatBoard.Tests.TakeAway;

/// <summary>One component of a calendar, <c>VEVENT</c>, as a strict reader of RFC 5545 finds it.</summary>
/// <param name="Properties">By name; with each its parameters and its value as written.</param>
internal sealed record CalendarComponent(string Name, ILookup<string, (IReadOnlyDictionary<string, string> Parameters, string Value)> Properties, IReadOnlyList<CalendarComponent> Components)
{
    /// <summary>The value of a property that occurs once.</summary>
    public string One(string name) => Assert.Single(Properties[name]).Value;

    /// <summary>A value of type TEXT, unescaped (section 3.3.11); anything that should have been escaped fails.</summary>
    public string Text(string name) => Unescape(One(name));

    /// <summary>Reads a calendar from its octets. Whatever the grammar does not allow fails the test.</summary>
    public static CalendarComponent Read(byte[] octets)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var lines = new List<string>();
        foreach (var line in text[..^2].Split("\r\n"))
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75);
            if (line[0] == ' ')
            {
                lines[^1] += line[1..];
            }
            else
            {
                lines.Add(line);
            }
        }
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        var at = 1;
        var calendar = Component("VCALENDAR", lines, ref at);
        Assert.Equal(lines.Count, at);
        return calendar;
    }

    private static CalendarComponent Component(string name, List<string> lines, ref int at)
    {
        var properties = new List<(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)>();
        var components = new List<CalendarComponent>();
        while (true)
        {
            var (property, parameters, value) = Line(lines[at++]);
            if (property == "END")
            {
                Assert.Equal(name, value);
                return new CalendarComponent(name, properties.ToLookup(p => p.Name, p => (p.Parameters, p.Value)), components);
            }
            if (property == "BEGIN")
            {
                components.Add(Component(value, lines, ref at));
            }
            else
            {
                // Properties stand before components.
                Assert.Empty(components);
                properties.Add((property, parameters, value));
            }
        }
    }

    private static (string Name, IReadOnlyDictionary<string, string> Parameters, string Value) Line(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        Assert.True(colon > 0, line);
        var head = line[..colon].Split(';');
        Assert.All(head, part => Assert.DoesNotContain('"', part));
        Assert.Matches("^[A-Z-]+$", head[0]);
        Assert.DoesNotContain(line, char.IsControl);
        return (head[0], head[1..].ToDictionary(p => p.Split('=')[0], p => p.Split('=')[1]), line[(colon + 1)..]);
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            Assert.DoesNotContain(value[i], ";,");
            if (value[i] != '\\')
            {
                text.Append(value[i]);
                continue;
            }
            text.Append(value[++i] switch
            {
                'n' or 'N' => '\n',
                '\\' or ';' or ',' => value[i],
                var other => throw new InvalidDataException($"\\{other} in {value}"),
            });
        }
        return text.ToString();
    }
}
