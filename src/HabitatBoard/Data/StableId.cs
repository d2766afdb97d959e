using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HabitatBoard.Data;

/// <summary>
/// An id made from a name, so that the same record has the same ids, and its editions the same digests, in every
/// installation: a version 8 UUID (RFC 9562, section 5.8) over the SHA-256 of the name.
/// </summary>
public static class StableId
{
    public static Guid For(string name)
    {
        Span<byte> bytes = stackalloc byte[16];
        SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16).CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The first eight hexadecimal digits of the id: enough for a code made from a name that gives no other.</summary>
    public static string ShortFor(string name) => For(name).ToString("N", CultureInfo.InvariantCulture)[..8];
}
