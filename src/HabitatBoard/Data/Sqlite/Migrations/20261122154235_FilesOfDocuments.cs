using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HabitatBoard.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FilesOfDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Nothing could fill it: no data is lost.
            migrationBuilder.DropColumn(
                name: "File",
                table: "DocumentVersions");

            migrationBuilder.AddColumn<string>(
                name: "File_MediaType",
                table: "DocumentVersions",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "File_Name",
                table: "DocumentVersions",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "File_Sha256",
                table: "DocumentVersions",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "File_Size",
                table: "DocumentVersions",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "File_MediaType",
                table: "DocumentVersions");

            migrationBuilder.DropColumn(
                name: "File_Name",
                table: "DocumentVersions");

            migrationBuilder.DropColumn(
                name: "File_Sha256",
                table: "DocumentVersions");

            migrationBuilder.DropColumn(
                name: "File_Size",
                table: "DocumentVersions");

            migrationBuilder.AddColumn<string>(
                name: "File",
                table: "DocumentVersions",
                type: "TEXT",
                maxLength: 256,
                nullable: true);
        }
    }
}
