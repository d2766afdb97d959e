using System.Globalization;
using System.Runtime.InteropServices;

namespace HabitatBoard.Web.Hosting;

/// <summary>
/// What this process holds of the machine's memory beside its own heap: what the allocator of the C library keeps for
/// later, and the pages of program files that the start and the last work had read. Both are given back on Linux with
/// the GNU C library; elsewhere nothing is done. See docs/decisions/0007-idle-memory.md.
/// </summary>
internal static class ResidentMemory
{
    private const int DontNeed = 4; // MADV_DONTNEED, madvise(2)
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);

    private delegate int TrimAllocator(nuint keep);
    private delegate int Advise(nint start, nuint length, int advice);

    /// <summary>Gives back what is not in use. What is needed after all is read again from the file, by the system.</summary>
    /// <returns>How many bytes of program files were let go; 0 where the system has no way to.</returns>
    public static async Task<long> ReleaseAsync(CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libc.so.6", out var library))
        {
            return 0;
        }
        if (NativeLibrary.TryGetExport(library, "malloc_trim", out var trim))
        {
            _ = Marshal.GetDelegateForFunctionPointer<TrimAllocator>(trim)(0);
        }
        if (!NativeLibrary.TryGetExport(library, "madvise", out var advise))
        {
            return 0;
        }
        // A file that is being loaded right now may still be written to: what is let go stood there before, unchanged.
        var before = File.ReadLines("/proc/self/maps").ToHashSet(StringComparer.Ordinal);
        await Task.Delay(Settled, cancellation);
        var release = Marshal.GetDelegateForFunctionPointer<Advise>(advise);
        var released = 0L;
        foreach (var mapping in Mapped().ToList().Where(m => before.Contains(m.Name)))
        {
            released += release(mapping.Start, (nuint)mapping.Length, DontNeed) == 0 ? mapping.Resident : 0;
        }
        return released;
    }

    /// <summary>
    /// The parts of files that are mapped to be read alone and are as on disk: proc(5), /proc/pid/smaps. A page that was
    /// written to, as the loader does with addresses, is nowhere else, and counts as anonymous.
    /// </summary>
    private static IEnumerable<Mapping> Mapped()
    {
        var (name, resident) = (default(string), 0L);
        foreach (var line in File.ReadLines("/proc/self/smaps"))
        {
            if (char.IsAsciiHexDigitLower(line[0]))
            {
                name = line.Contains(" r--s ", StringComparison.Ordinal) || line.Contains(" r--p ", StringComparison.Ordinal) || line.Contains(" r-xp ", StringComparison.Ordinal) ? line : null;
            }
            else if (name is null)
            {
                continue;
            }
            else if (line.StartsWith("Rss:", StringComparison.Ordinal))
            {
                resident = Bytes(line);
            }
            else if (line.StartsWith("Anonymous:", StringComparison.Ordinal))
            {
                if (resident > 0 && Bytes(line) == 0 && name.Contains(" /", StringComparison.Ordinal))
                {
                    var (start, end) = (name.IndexOf('-', StringComparison.Ordinal), name.IndexOf(' ', StringComparison.Ordinal));
                    var from = long.Parse(name.AsSpan(0, start), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                    var to = long.Parse(name.AsSpan((start + 1)..end), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                    yield return new(name, (nint)from, to - from, resident);
                }
                name = null;
            }
        }

        static long Bytes(string line) =>
            long.Parse(line.AsSpan(line.IndexOf(':', StringComparison.Ordinal) + 1).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) * 1024;
    }

    /// <param name="Name">The line that tells where it is, how it may be used, and of which file.</param>
    /// <param name="Start">Its first address.</param>
    /// <param name="Length">In bytes.</param>
    /// <param name="Resident">Bytes of it that are in memory.</param>
    private sealed record Mapping(string Name, nint Start, long Length, long Resident);
}
