using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HabitatBoard.Data.SqlServer.Migrations
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
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "File_Name",
                table: "DocumentVersions",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "File_Sha256",
                table: "DocumentVersions",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<long>(
                name: "File_Size",
                table: "DocumentVersions",
                type: "bigint",
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
                type: "nvarchar(256)",
                maxLength: 256,
                nullable: true,
                collation: "Latin1_General_100_BIN2");
        }
    }
}
