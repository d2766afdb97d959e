using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;

namespace HabitatBoard.Documents;

/// <summary>The file of a language version, as it is held.</summary>
/// <param name="Name">Under which it is offered: letters, digits, hyphens and points of any script, with the extension of its type.</param>
/// <param name="Sha256">The digest of its bytes, in lower-case hexadecimal digits; by it the bytes are found.</param>
/// <param name="Size">In bytes.</param>
/// <param name="MediaType">By its content, not by its name.</param>
public sealed record HeldFile(string Name, string Sha256, long Size, string MediaType);

/// <summary>
/// The files of documents, in <c>files/</c> of the data folder, by the digest of their bytes: one copy however many
/// versions have it, and none is ever overwritten. They are never removed, since editions go on naming them. Which of
/// them is public, the published store says.
/// </summary>
public sealed class DocumentFiles(BoardStores stores, WorkingStore store)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Largest = 50 * 1024 * 1024;

    /// <summary>The types that are taken, by the extension of their files.</summary>
    public static IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>
    {
        [".pdf"] = "application/pdf",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text",
    };

    // A package of the Office programs has some dozens; the list of a hostile one would fill the memory.
    private const int MostEntries = 10_000;

    private const int NameLength = 100;

    private string Folder => Path.Combine(stores.Folder, "files");

    /// <summary>The bytes of a file; null where they are not there.</summary>
    public FileStream? Open(HeldFile file)
    {
        var path = PathOf(file.Sha256);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true) : null;
    }

    /// <summary>Keeps what is sent. That nothing names it yet does no harm.</summary>
    /// <param name="name">What its owner calls it.</param>
    /// <exception cref="RecordException"><see cref="ErrorCode.FileTooLarge"/>, or <see cref="ErrorCode.FileTypeNotAllowed"/>.</exception>
    public async Task<HeldFile> KeepAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var arriving = Path.Combine(Folder, $".{Guid.NewGuid():N}");
        try
        {
            string digest, extension;
            long size = 0;
            await using (var file = new FileStream(arriving, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
            {
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                var buffer = new byte[64 * 1024];
                for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
                {
                    if ((size += read) > Largest)
                    {
                        throw new RecordException(ErrorCode.FileTooLarge, Largest / (1024 * 1024));
                    }
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }
                digest = Convert.ToHexStringLower(hash.GetCurrentHash());
                extension = ExtensionOf(file) ?? throw new RecordException(ErrorCode.FileTypeNotAllowed, string.Join(", ", Types.Keys.Select(e => e[1..].ToUpperInvariant())));
                // On the disk before any row names it.
                file.Flush(flushToDisk: true);
            }
            var path = PathOf(digest);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!File.Exists(path))
            {
                File.Move(arriving, path, overwrite: true);
            }
            return new HeldFile(NameFor(name, extension), digest, size, Types[extension]);
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    /// <summary>Gives a language version its file, or takes it away.</summary>
    /// <param name="version">The version of the document that one saw.</param>
    /// <exception cref="Editing.StaleException">It is no longer that version.</exception>
    /// <exception cref="RecordException">There is no such document or language version.</exception>
    public Task AttachAsync(string session, string slug, Language language, HeldFile? file, string version, Attribution by, CancellationToken cancellationToken) =>
        store.EditAsync(
            async edit =>
            {
                var one = edit.Db.Documents.Where(d => d.SessionId == session && d.Slug == slug);
                var (was, becomes) = (await Aggregate.ReadAsync(edit.Db, one, cancellationToken), await Aggregate.ReadAsync(edit.Db, one, cancellationToken));
                if (becomes.OfType<DocumentVersion>().FirstOrDefault(v => v.Language == language) is not { } its)
                {
                    throw new RecordException(ErrorCode.RecordNotFound, "document", $"{slug} {language.Code}");
                }
                if (Aggregate.VersionOf(edit.Db, was) != version)
                {
                    throw new Editing.StaleException(null);
                }
                its.Hold(file);
                edit.Put(was, becomes);
                return true;
            },
            by,
            cancellationToken);

    /// <summary>A name that is safe in any folder and any header: no path, nothing that hides or turns what follows.</summary>
    internal static string NameFor(string name, string extension)
    {
        var last = name.Normal(NormalizationForm.FormC).Split('/', '\\')[^1];
        var stem = Path.GetFileNameWithoutExtension(last);
        var safe = new StringBuilder();
        foreach (var rune in stem.EnumerateRunes().TakeWhile(_ => safe.Length < NameLength))
        {
            safe.Append(Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark ? rune.ToString() : "-");
        }
        var trimmed = safe.ToString().Trim('-', '.');
        return (trimmed.Length == 0 ? "document" : trimmed) + extension;
    }

    private string PathOf(string digest) => Path.Combine(Folder, digest[..2], digest);

    /// <summary>The type by the content: by the first bytes, and in packages by what they hold. Macros are not taken.</summary>
    private static string? ExtensionOf(FileStream file)
    {
        Span<byte> head = stackalloc byte[5];
        file.Position = 0;
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            return null;
        }
        if (head.SequenceEqual("%PDF-"u8))
        {
            return ".pdf";
        }
        if (!head.StartsWith("PK\u0003\u0004"u8) || CountEntries(file) is not (> 0 and <= MostEntries))
        {
            return null;
        }
        try
        {
            file.Position = 0;
            using var package = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var entries = package.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (entries.Any(e => e.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || e.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)))
            {
                return null;
            }
            return entries.Contains("[Content_Types].xml")
                ? entries.Contains("word/document.xml") ? ".docx" : entries.Contains("xl/workbook.xml") ? ".xlsx" : entries.Contains("ppt/presentation.xml") ? ".pptx" : null
                : IsOpenDocumentText(package) ? ".odt" : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>ODF 1.3, part 2, section 3.3: the first entry says the type, uncompressed.</summary>
    private static bool IsOpenDocumentText(ZipArchive package)
    {
        if (package.GetEntry("mimetype") is not { Length: < 100 } entry)
        {
            return false;
        }
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        return reader.ReadToEnd() == Types[".odt"];
    }

    /// <summary>How many entries the end of the package says it has (APPNOTE.TXT 4.3.16); null where it has no end.</summary>
    private static int? CountEntries(FileStream file)
    {
        const int Record = 22;
        var tail = new byte[Math.Min(file.Length, Record + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (var i = tail.Length - Record; i >= 0; i--)
        {
            if (tail.AsSpan(i).StartsWith("PK\u0005\u0006"u8))
            {
                return BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(i + 10));
            }
        }
        return null;
    }
}
