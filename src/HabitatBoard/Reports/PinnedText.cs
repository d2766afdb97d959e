using System.Globalization;
using System.Text;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports.Phrasing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Reports;

/// <summary>
/// Which composition of a paragraph an editor had in view when the text was left to say something else. Once the facts
/// compose otherwise, the new composition is a proposal again. Kept in the working store only: the public reads the text.
/// </summary>
public sealed class PinnedText : ISessionOwned
{
    private PinnedText()
    {
    }

    internal PinnedText(Guid id, string sessionId, Guid paragraphId, Language language, string composition) =>
        (Id, SessionId, ParagraphId, Language, Composition) = (id, sessionId, paragraphId, language, composition);

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;

    /// <summary>No foreign key: a paragraph may be removed and brought back without it.</summary>
    public Guid ParagraphId { get; private set; }
    public Language Language { get; private set; }

    /// <summary>SHA-256 of the composed text, as <see cref="ParagraphText.DigestOf"/>.</summary>
    public string Composition { get; private set; } = null!;
}

/// <summary>How the recorded text of a paragraph stands to what its facts compose.</summary>
public enum PinState
{
    /// <summary>No text is recorded: it is composed.</summary>
    Composed,

    /// <summary>Both say the same.</summary>
    Equal,

    /// <summary>The text says something else, and whoever let it stand knew this composition.</summary>
    Kept,

    /// <summary>The facts compose something that nobody has decided on.</summary>
    Proposed,
}

/// <summary>A paragraph in one language: the text that is recorded, if any, beside the one that its facts compose.</summary>
public sealed record ParagraphText(Guid Id, int Number, Language Language, LanguageText? Recorded, string Composed, PinState State)
{
    /// <summary>Names the composition that is shown, so that a decision on it is one on nothing else.</summary>
    public string Composition => DigestOf(Composed);

    /// <summary>SHA-256 of a composed text, in lower-case hexadecimal digits; runs of white space count as one.</summary>
    public static string DigestOf(string composed) => CanonicalJson.Sha256(Encoding.UTF8.GetBytes(ComposedParagraph.Collapsed(composed)));

    /// <summary>Every paragraph of a session's report, in order.</summary>
    public static async Task<IReadOnlyList<ParagraphText>> ReadAsync(BoardDbContext db, ReportFacts facts, LanguagePhrasing phrasing, CancellationToken cancellationToken)
    {
        var (session, language) = (facts.Session.Id, phrasing.Language);
        var seen = await db.PinnedTexts.AsNoTracking().Where(p => p.SessionId == session && p.Language == language).ToDictionaryAsync(p => p.ParagraphId, p => p.Composition, cancellationToken);
        var recorded = facts.Paragraphs.ToDictionary(p => p.Id, p => p.Text[language]);
        return [.. new ReportComposer(phrasing).Compose(SessionReport.From(facts)).Paragraphs.Select(p => new ParagraphText(p.Id, p.Number, language, recorded[p.Id], p.Text, StateOf(p)))];

        PinState StateOf(ComposedParagraph composed) =>
            recorded[composed.Id] is not { } text ? PinState.Composed
            : composed.Matches(text.Text) ? PinState.Equal
            : seen.GetValueOrDefault(composed.Id) == DigestOf(composed.Text) ? PinState.Kept
            : PinState.Proposed;
    }

    /// <summary>
    /// Records another text of a paragraph, and that it was written in view of a composition. A blank text removes what is
    /// recorded: the paragraph is composed again.
    /// </summary>
    /// <param name="composition">As <see cref="Composition"/>.</param>
    /// <param name="version">The version of the paragraph that was edited.</param>
    /// <inheritdoc cref="Editor.PutAsync"/>
    public static async Task WriteAsync(
        WorkingEdit edit, string session, int number, Language language, string? text, TextStatus status, string composition, string version, CancellationToken cancellationToken)
    {
        var id = await PutAsync(edit, session, number, language, text, status, version, cancellationToken);
        await SeeAsync(edit, session, id, language, string.IsNullOrWhiteSpace(text) ? null : composition, cancellationToken);
    }

    /// <summary>Lets the recorded text stand against a composition.</summary>
    /// <exception cref="RecordException"><see cref="ErrorCode.RecordNotFound"/>.</exception>
    public static async Task KeepAsync(WorkingEdit edit, string session, int number, Language language, string composition, CancellationToken cancellationToken)
    {
        var id = await edit.Db.Paragraphs.Where(p => p.SessionId == session && p.Number == number).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellationToken)
            ?? throw new RecordException(ErrorCode.RecordNotFound, "paragraph", number);
        await SeeAsync(edit, session, id, language, composition, cancellationToken);
    }

    /// <summary>Makes the composition the text, marked as composed. It is no longer anybody's wording, so nothing stands against it.</summary>
    /// <param name="composition">The composition that was looked at; the facts may have changed since.</param>
    /// <inheritdoc cref="WriteAsync"/>
    public static async Task TakeAsync(WorkingEdit edit, string session, int number, Language language, string composition, string version, CancellationToken cancellationToken)
    {
        var facts = await ReportFacts.ReadAsync(edit.Db, session, cancellationToken);
        var phrasing = LanguagePhrasing.Of(language);
        var proposed = facts is null || phrasing is null ? null : (await ReadAsync(edit.Db, facts, phrasing, cancellationToken)).FirstOrDefault(p => p.Number == number);
        if (proposed is null || proposed.Composition != composition)
        {
            throw new RecordException(ErrorCode.StaleVersion);
        }
        await PutAsync(edit, session, number, language, proposed.Composed, TextStatus.Composed, version, cancellationToken);
        await SeeAsync(edit, session, proposed.Id, language, null, cancellationToken);
    }

    private static async Task<Guid> PutAsync(
        WorkingEdit edit, string session, int number, Language language, string? text, TextStatus status, string version, CancellationToken cancellationToken)
    {
        var (editor, key) = (Editors.Named("paragraph")!, number.ToString(CultureInfo.InvariantCulture));
        var present = await editor.FindAsync(edit.Db, session, key, cancellationToken) ?? throw new StaleException(null);
        var draft = (ParagraphDraft)present.Draft;
        draft.Text = With(draft.Text, text!);
        draft.TextStatus = With(draft.TextStatus, status);
        await editor.PutAsync(edit, session, key, draft, version, cancellationToken);
        return Guid.Parse(present.Id);

        Dictionary<string, T> With<T>(IReadOnlyDictionary<string, T>? map, T value)
        {
            var becomes = new Dictionary<string, T>(map ?? new Dictionary<string, T>());
            becomes.Remove(language.Code);
            if (!string.IsNullOrWhiteSpace(text))
            {
                becomes[language.Code] = value;
            }
            return becomes;
        }
    }

    /// <param name="composition">Null where there is nothing to remember.</param>
    private static async Task SeeAsync(WorkingEdit edit, string session, Guid paragraph, Language language, string? composition, CancellationToken cancellationToken)
    {
        await edit.FlushAsync(cancellationToken);
        var was = await edit.Db.PinnedTexts.AsNoTracking().Where(p => p.ParagraphId == paragraph && p.Language == language).ToListAsync(cancellationToken);
        edit.Put([.. was], composition is null ? [] : [new PinnedText(was.Count == 0 ? Guid.CreateVersion7() : was[0].Id, session, paragraph, language, composition)]);
    }
}

internal sealed class PinnedTextConfiguration : IEntityTypeConfiguration<PinnedText>
{
    public void Configure(EntityTypeBuilder<PinnedText> builder)
    {
        builder.GuidKey(p => p.Id);
        builder.Property(p => p.SessionId).HasMaxLength(16);
        builder.Property(p => p.Composition).HasMaxLength(64);
        builder.HasIndex(p => new { p.ParagraphId, p.Language }).IsUnique();
        builder.HasIndex(p => p.SessionId);
    }
}
