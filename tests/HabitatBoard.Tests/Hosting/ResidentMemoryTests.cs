using System.IO.MemoryMappedFiles;
using HabitatBoard.Web.Hosting;

namespace HabitatBoard.Tests.Hosting;

/// <summary>What an idle process lets go is read again as it was; what was written to is not let go.</summary>
public sealed class ResidentMemoryTests : IDisposable
{
    private const int Length = 64 * 4096;

    private readonly string path = Path.Combine(Path.GetTempPath(), $"habitatboard-{Guid.NewGuid():n}.map");
    private readonly byte[] content = new byte[Length];

    public ResidentMemoryTests()
    {
        new Random(7).NextBytes(content);
        File.WriteAllBytes(path, content);
    }

    public void Dispose() => File.Delete(path);

    [Fact]
    public async Task APageThatIsAsOnDisk_LeavesMemory_AndIsReadAgain()
    {
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using var view = file.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
        Assert.Equal(content, Read(view));
        if (!OperatingSystem.IsLinux())
        {
            Assert.Equal(0, await ResidentMemory.ReleaseAsync(default));
            return;
        }
        Assert.Equal(Length, Resident());

        Assert.InRange(await ResidentMemory.ReleaseAsync(default), Length, long.MaxValue);

        Assert.Equal(0, Resident());
        Assert.Equal(content, Read(view));
    }

    [Fact]
    public async Task APageThatWasWrittenTo_Stays()
    {
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.CopyOnWrite);
        using var view = file.CreateViewAccessor(0, Length, MemoryMappedFileAccess.CopyOnWrite);
        view.Write(5000, (byte)~content[5000]);

        _ = await ResidentMemory.ReleaseAsync(default);

        Assert.Equal((byte)~content[5000], view.ReadByte(5000));
    }

    private static byte[] Read(MemoryMappedViewAccessor view)
    {
        var read = new byte[Length];
        _ = view.ReadArray(0, read, 0, Length);
        return read;
    }

    /// <summary>Bytes of the file that are mapped and in memory, by /proc/self/smaps.</summary>
    private long Resident()
    {
        var lines = File.ReadAllLines("/proc/self/smaps");
        return lines.Index().Where(l => l.Item.EndsWith(path, StringComparison.Ordinal))
            .Sum(l => 1024 * long.Parse(lines.Skip(l.Index).First(r => r.StartsWith("Rss:", StringComparison.Ordinal))[4..^2].Trim()));
    }
}
