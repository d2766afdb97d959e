using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HabitatBoard.Accounts;

/// <summary>
/// Random texts that are shown once and kept as digests. They hold 256 bits, so that a plain SHA-256 is as good as a slow
/// hash: nobody can try them out.
/// </summary>
public static class Secret
{
    /// <summary>A new secret of 43 letters, digits, hyphens and underscores.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
