using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HabitatBoard.Data.SqlServer.Migrations
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
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Subject_Ar_Status",
                table: "Statements",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_Ar_Text",
                table: "Statements",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Subject_En_Status",
                table: "Statements",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_En_Text",
                table: "Statements",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Subject_Es_Status",
                table: "Statements",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_Es_Text",
                table: "Statements",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Subject_Fr_Status",
                table: "Statements",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_Fr_Text",
                table: "Statements",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Subject_Ru_Status",
                table: "Statements",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_Ru_Text",
                table: "Statements",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Subject_Zh_Status",
                table: "Statements",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject_Zh_Text",
                table: "Statements",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Topic_Ar_Status",
                table: "Statements",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_Ar_Text",
                table: "Statements",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Topic_En_Status",
                table: "Statements",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_En_Text",
                table: "Statements",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Topic_Es_Status",
                table: "Statements",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_Es_Text",
                table: "Statements",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Topic_Fr_Status",
                table: "Statements",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_Fr_Text",
                table: "Statements",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Topic_Ru_Status",
                table: "Statements",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_Ru_Text",
                table: "Statements",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Topic_Zh_Status",
                table: "Statements",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic_Zh_Text",
                table: "Statements",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Variant",
                table: "Statements",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Variant",
                table: "Citations",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Variant",
                table: "Adoptions",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<Guid>(
                name: "AdoptionId",
                table: "Acts",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SubjectKind",
                table: "Acts",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "AsRecorded");

            migrationBuilder.AddColumn<string>(
                name: "Variant",
                table: "Acts",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "Passages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SessionId = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ParagraphId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    After = table.Column<int>(type: "int", nullable: false),
                    Text_Ar_Status = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    Text_Ar_Text = table.Column<string>(type: "nvarchar(max)", maxLength: 100000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Text_En_Status = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    Text_En_Text = table.Column<string>(type: "nvarchar(max)", maxLength: 100000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Text_Es_Status = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    Text_Es_Text = table.Column<string>(type: "nvarchar(max)", maxLength: 100000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Text_Fr_Status = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    Text_Fr_Text = table.Column<string>(type: "nvarchar(max)", maxLength: 100000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Text_Ru_Status = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    Text_Ru_Text = table.Column<string>(type: "nvarchar(max)", maxLength: 100000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Text_Zh_Status = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    Text_Zh_Text = table.Column<string>(type: "nvarchar(max)", maxLength: 100000, nullable: true, collation: "Latin1_General_100_BIN2")
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
