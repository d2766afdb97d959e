using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HabitatBoard.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PinnedTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AcceptedFindings",
                columns: table => new
                {
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcceptedFindings", x => x.Digest);
                });

            migrationBuilder.CreateTable(
                name: "PinnedTexts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ParagraphId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Composition = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PinnedTexts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AcceptedFindings_SessionId",
                table: "AcceptedFindings",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_PinnedTexts_ParagraphId_Language",
                table: "PinnedTexts",
                columns: new[] { "ParagraphId", "Language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PinnedTexts_SessionId",
                table: "PinnedTexts",
                column: "SessionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AcceptedFindings");

            migrationBuilder.DropTable(
                name: "PinnedTexts");
        }
    }
}
