using System.Security.Cryptography;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Accounts;

/// <summary>A member of the secretariat.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>The longest name to sign in with and the longest name shown, in characters.</summary>
    public const int NameLength = 64;

    // Without those that look alike.
    private const string RecoveryLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private User()
    {
    }

    /// <exception cref="RecordException">The name shown is empty, too long, or looks like that of a key.</exception>
    public User(string userName, string displayName, Language language, Role? role)
    {
        Id = Guid.CreateVersion7();
        UserName = userName;
        DisplayName = IsDisplayName(displayName) ? displayName : throw new RecordException(ErrorCode.MalformedIdentifier, "displayName", displayName);
        (Language, Role) = (language, role);
        LockoutEnabled = true;
    }

    /// <summary>The name under which the history keeps what this person changes; no two have the same.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>The language that the secretariat's pages greet this person in.</summary>
    public Language Language { get; set; }

    /// <summary>Null for somebody who may do nothing at present.</summary>
    public Role? Role { get; set; }

    /// <summary>Whether an administrator has closed the account. Unlike a lockout, which ends by itself, it ends every visit at once.</summary>
    public bool Disabled { get; set; }

    /// <summary>The time step of the last one-time password that was accepted (RFC 6238, section 5.2: each is accepted once).</summary>
    public long? LastTotpStep { get; private set; }

    // Digests, separated by spaces. Identity would keep the codes themselves.
    private string recoveryCodes = "";

    /// <summary>How many recovery codes are left.</summary>
    public int RecoveryCodesLeft => recoveryCodes.Length == 0 ? 0 : recoveryCodes.Split(' ').Length;

    /// <summary>Takes a one-time password, once.</summary>
    /// <returns>Whether it was right, and not used before.</returns>
    public bool AcceptTotp(string key, string password, DateTimeOffset now)
    {
        if (Totp.StepOf(key, password, now) is not { } step || step <= LastTotpStep)
        {
            return false;
        }
        LastTotpStep = step;
        return true;
    }

    /// <summary>Makes ten recovery codes; those made before are void.</summary>
    /// <returns>The codes, which are not kept.</returns>
    public IReadOnlyList<string> NewRecoveryCodes()
    {
        IReadOnlyList<string> codes = [.. Enumerable.Range(0, 10).Select(_ => string.Join('-', RandomNumberGenerator.GetString(RecoveryLetters, 16).Chunk(4).Select(c => new string(c))))];
        recoveryCodes = string.Join(' ', codes.Select(DigestOf));
        return codes;
    }

    /// <summary>Takes a recovery code, once.</summary>
    /// <returns>Whether it was one, and not used before.</returns>
    public bool AcceptRecoveryCode(string code)
    {
        var left = recoveryCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var without = left.Except([DigestOf(code)]).ToList();
        recoveryCodes = string.Join(' ', without);
        return without.Count < left.Length;
    }

    /// <summary>Forgets the second factors that are kept here.</summary>
    public void ForgetSecondFactor() => (TwoFactorEnabled, LastTotpStep, recoveryCodes) = (false, null, "");

    private string DigestOf(string code) => Convert.ToBase64String(Secret.Digest($"{Id:N} {string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()}"));

    /// <summary>Whether a text can be the name of a person: <c>key:</c> begins the names of keys.</summary>
    public static bool IsDisplayName(string text) =>
        text.Length is > 0 and <= NameLength && text.Trim() == text && text.All(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format && c != ':');
}

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("Users");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.UserName).HasMaxLength(User.NameLength);
        builder.Property(u => u.DisplayName).HasMaxLength(User.NameLength);
        builder.Property<string>("recoveryCodes").HasColumnName("RecoveryCodes").HasMaxLength(1_000);
        builder.HasIndex(u => u.DisplayName).IsUnique();
    }
}
