using System.Linq.Expressions;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Sessions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Data;

/// <summary>What the configuration classes have in common.</summary>
internal static class ConfigurationExtensions
{
    /// <summary>
    /// Maps a text to two columns per language. Columns, not JSON: docs/decisions/0002-localized-text-in-columns.md.
    /// </summary>
    public static void Text<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, LocalizedText?>> property, int longest = Guard.TitleLength)
        where T : class =>
        builder.ComplexProperty(property, text =>
        {
            text.IsRequired();
            Language(text.ComplexProperty(t => t.Ar));
            Language(text.ComplexProperty(t => t.Zh));
            Language(text.ComplexProperty(t => t.En));
            Language(text.ComplexProperty(t => t.Fr));
            Language(text.ComplexProperty(t => t.Ru));
            Language(text.ComplexProperty(t => t.Es));

            void Language(ComplexPropertyBuilder<LanguageText> language)
            {
                language.IsRequired(false);
                language.Property(l => l.Text).HasMaxLength(longest);
                language.Property(l => l.Status).HasMaxLength(16);
            }
        });

    /// <summary>Ties a row to its session.</summary>
    public static void OfSession<T>(this EntityTypeBuilder<T> builder)
        where T : class, ISessionOwned
    {
        builder.Property(e => e.SessionId).HasMaxLength(16);
        builder.HasOne<Session>().WithMany().HasForeignKey(e => e.SessionId);
    }

    /// <summary>Ids are given by the record, so that a row has the same id in every store.</summary>
    public static void GuidKey<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, object?>> key)
        where T : class
    {
        builder.HasKey(key);
        builder.Property(key).ValueGeneratedNever();
    }
}
