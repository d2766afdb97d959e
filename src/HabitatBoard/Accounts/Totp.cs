using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HabitatBoard.Accounts;

/// <summary>
/// Time-based one-time passwords of six digits, a new one every 30 seconds (RFC 6238 over RFC 4226, with HMAC-SHA1: what every
/// authenticator program takes).
/// </summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The seconds for which a password is current.</summary>
    public const int StepSeconds = 30;

    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The password of a time step.</summary>
    /// <param name="key">In base 32, as people type it.</param>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as authenticator programs implement it; HMAC-SHA1 is not broken.")]
    public static string Password(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(Decode(key), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step whose password this is: the present one, or one beside it, for clocks that differ and people who type slowly
    /// (RFC 6238, section 5.2); null where it is wrong.
    /// </summary>
    public static long? StepOf(string key, string password, DateTimeOffset now)
    {
        long? found = null;
        foreach (var step in new[] { StepAt(now) - 1, StepAt(now), StepAt(now) + 1 })
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Password(key, step)), Encoding.UTF8.GetBytes(password)))
            {
                found = step;
            }
        }
        return found;
    }

    /// <summary>The address that an authenticator program reads (https://github.com/google/google-authenticator/wiki/Key-Uri-Format).</summary>
    public static string Address(string key, string user) =>
        $"otpauth://totp/HabitatBoard:{Uri.EscapeDataString(user)}?secret={key}&issuer=HabitatBoard&digits=6&period={StepSeconds}";

    private static byte[] Decode(string key)
    {
        var bytes = new byte[key.Length * 5 / 8];
        var (bits, held, length) = (0, 0, 0);
        foreach (var c in key)
        {
            bits = (bits << 5) | Base32.IndexOf(c, StringComparison.Ordinal);
            held += 5;
            if (held >= 8)
            {
                held -= 8;
                bytes[length++] = (byte)(bits >> held);
                bits &= (1 << held) - 1;
            }
        }
        return bytes;
    }
}
