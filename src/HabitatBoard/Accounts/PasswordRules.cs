using Microsoft.AspNetCore.Identity;

namespace HabitatBoard.Accounts;

/// <summary>
/// Which passwords are taken (NIST SP 800-63B-4, section 3.1.1.2): at least 15 characters, of any kind, that nobody would
/// guess. No rule asks for capitals or digits, which make passwords hard to remember and no harder to guess.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<User>
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 15;

    /// <summary>The most characters: more would only cost time to hash.</summary>
    public const int Longest = 256;

    /// <summary>
    /// The fewest pieces. A piece is what somebody who guesses tries as one: a well-known word, a name at hand, a run of keys
    /// or of the alphabet, a year, something said again; else a single character.
    /// </summary>
    public const int FewestPieces = 6;

    // Words of which passwords in published leaks are mostly made, and names at hand here.
    private static readonly HashSet<string> Words =
    [
        .. """
           password passwort passw pass word admin administrator root user login guest welcome letmein master secret access private default change changeme
           test testing temp demo hello superman batman spiderman pokemon starwars matrix trustno dragon monkey tiger lion eagle falcon shadow sunshine
           princess prince queen king angel angels love lover iloveyou iloveu ilove loveyou forever baby babygirl sweet honey sugar cookie chocolate
           butterfly flower summer winter spring autumn monday friday sunday january february march april june july august september october november december
           football baseball basketball soccer hockey tennis golf liverpool chelsea arsenal manchester barcelona madrid juventus yankees lakers cowboys
           charlie michael jordan jennifer jessica ashley daniel thomas robert matthew andrew joshua michelle nicole amanda george anthony william maria
           samsung google facebook iphone apple android windows microsoft computer internet linkedin yahoo gmail hotmail network server system
           freedom whatever nothing blink killer hunter ranger maverick thunder diamond silver golden orange purple yellow black white green blue red
           cheese pepper ginger banana coffee pizza money dollar lucky happy smile peace friends family mother father brother sister
           mustang corvette ferrari mercedes porsche harley yamaha honda toyota jesus christ heaven church god
           correct horse battery staple abcd qwerty azerty qwertz asdf zxcv
           habitat habitatboard unhabitat board executive council united nations nairobi kenya geneva newyork secretariat session sessions report record
           records minutes decision agenda delegation statement publisher editor
           """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    private static readonly string[] Runs =
    [
        .. new[]
        {
            "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertzuiop", "yxcvbnm",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "!@#$%^&*()", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю",
        }.SelectMany(run => new[] { run, new string([.. run.Reverse()]) }),
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(Check(password ?? "", user.UserName, user.DisplayName) is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = fault.ToString(), Description = fault.ToString() })
            : IdentityResult.Success);

    /// <summary>What is wrong with a password; null where nothing is.</summary>
    public static PasswordFault? Check(string password, params IEnumerable<string?> namesAtHand) =>
        password.Length < Shortest ? PasswordFault.TooShort
            : password.Length > Longest ? PasswordFault.TooLong
            : Pieces(password, namesAtHand) < FewestPieces ? PasswordFault.TooCommon
            : null;

    /// <summary>Into how few pieces a password can be taken apart.</summary>
    internal static int Pieces(string password, IEnumerable<string?> namesAtHand)
    {
        var text = password.ToLowerInvariant();
        // What people write for letters, and think that nobody else does.
        var plain = string.Concat(text.Select(c => c switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', '@' => 'a', '$' => 's', '!' => 'i', _ => c }));
        var names = namesAtHand.OfType<string>().SelectMany(n => n.ToLowerInvariant().Split([' ', '.', '-', '_', '@']).Append(n.ToLowerInvariant())).Where(n => n.Length > 2).ToHashSet();
        var again = Enumerable.Range(0, text.Length).Select(start => SaidAgain(text, start)).ToArray();
        var fewest = new int[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            fewest[end] = fewest[end - 1] + 1;
            for (var start = end - 2; start >= 0; start--)
            {
                if (fewest[start] + 1 < fewest[end] && IsPiece(start, end - start))
                {
                    fewest[end] = fewest[start] + 1;
                }
            }
        }
        return fewest[^1];

        bool IsPiece(int start, int length)
        {
            var piece = text.Substring(start, length);
            var word = plain.Substring(start, length);
            return Words.Contains(piece) || Words.Contains(word) || names.Contains(piece) || names.Contains(word)
                || piece.All(c => c == piece[0])
                || (length > 2 && Runs.Any(run => run.Contains(piece, StringComparison.Ordinal)))
                || (length == 4 && piece.All(char.IsAsciiDigit) && piece[..2] is "19" or "20")
                || (length > 2 && length <= again[start]);
        }
    }

    /// <summary>How many characters from a place on repeat what stands before them.</summary>
    private static int SaidAgain(string text, int start)
    {
        var longest = 0;
        for (var period = 1; period <= start; period++)
        {
            var length = 0;
            while (start + length < text.Length && text[start + length] == text[start + length - period])
            {
                length++;
            }
            longest = Math.Max(longest, length);
        }
        return longest;
    }
}

/// <summary>Why a password is not taken.</summary>
public enum PasswordFault
{
    TooShort,
    TooLong,
    TooCommon,
}
