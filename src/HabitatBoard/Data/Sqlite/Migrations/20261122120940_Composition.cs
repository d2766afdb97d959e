using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HabitatBoard.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Composition : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DocumentSlug",
                table: "Statements",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_Ar_Status",
                table: "Statements",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_Ar_Text",
                table: "Statements",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_En_Status",
                table: "Statements",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_En_Text",
                table: "Statements",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_Es_Status",
                table: "Statements",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_Es_Text",
                table: "Statements",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_Fr_Status",
                table: "Statements",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_Fr_Text",
                table: "Statements",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_Ru_Status",
                table: "Statements",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_Ru_Text",
                table: "Statements",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_Zh_Status",
                table: "Statements",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_Zh_Text",
                table: "Statements",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_Ar_Status",
                table: "Statements",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_Ar_Text",
                table: "Statements",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_En_Status",
                table: "Statements",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_En_Text",
                table: "Statements",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_Es_Status",
                table: "Statements",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_Es_Text",
                table: "Statements",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_Fr_Status",
                table: "Statements",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_Fr_Text",
                table: "Statements",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_Ru_Status",
                table: "Statements",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_Ru_Text",
                table: "Statements",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_Zh_Status",
                table: "Statements",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_Zh_Text",
                table: "Statements",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Variant",
                table: "Statements",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Variant",
                table: "Citations",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Variant",
                table: "Adoptions",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AdoptionId",
                table: "Acts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SubjectKind",
                table: "Acts",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "AsRecorded");

            migrationBuilder.AddColumn<string>(
                name: "Variant",
                table: "Acts",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Passages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ParagraphId = table.Column<Guid>(type: "TEXT", nullable: false),
                    After = table.Column<int>(type: "INTEGER", nullable: false),
                    Text_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Text_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: true),
                    Text_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Text_En_Text = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: true),
                    Text_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Text_Es_Text = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: true),
                    Text_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Text_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: true),
                    Text_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Text_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: true),
                    Text_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Text_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Passages_Paragraphs_ParagraphId",
                        column: x => x.ParagraphId,
                        principalTable: "Paragraphs",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Passages_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Acts_AdoptionId",
                table: "Acts",
                column: "AdoptionId");

            migrationBuilder.CreateIndex(
                name: "IX_Passages_ParagraphId",
                table: "Passages",
                column: "ParagraphId");

            migrationBuilder.CreateIndex(
                name: "IX_Passages_SessionId",
                table: "Passages",
                column: "SessionId");

            migrationBuilder.AddForeignKey(
                name: "FK_Acts_Adoptions_AdoptionId",
                table: "Acts",
                column: "AdoptionId",
                principalTable: "Adoptions",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Acts_Adoptions_AdoptionId",
                table: "Acts");

            migrationBuilder.DropTable(
                name: "Passages");

            migrationBuilder.DropIndex(
                name: "IX_Acts_AdoptionId",
                table: "Acts");

            migrationBuilder.DropColumn(
                name: "DocumentSlug",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Subject_Ar_Status",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Subject_Ar_Text",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Subject_En_Status",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Subject_En_Text",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Subject_Es_Status",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Subject_Es_Text",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Subject_Fr_Status",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Subject_Fr_Text",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Subject_Ru_Status",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Subject_Ru_Text",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Subject_Zh_Status",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Subject_Zh_Text",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Topic_Ar_Status",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Topic_Ar_Text",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Topic_En_Status",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Topic_En_Text",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Topic_Es_Status",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Topic_Es_Text",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Topic_Fr_Status",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Topic_Fr_Text",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Topic_Ru_Status",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Topic_Ru_Text",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Topic_Zh_Status",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Topic_Zh_Text",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Variant",
                table: "Statements");

            migrationBuilder.DropColumn(
                name: "Variant",
                table: "Citations");

            migrationBuilder.DropColumn(
                name: "Variant",
                table: "Adoptions");

            migrationBuilder.DropColumn(
                name: "AdoptionId",
                table: "Acts");

            migrationBuilder.DropColumn(
                name: "SubjectKind",
                table: "Acts");

            migrationBuilder.DropColumn(
                name: "Variant",
                table: "Acts");
        }
    }
}
