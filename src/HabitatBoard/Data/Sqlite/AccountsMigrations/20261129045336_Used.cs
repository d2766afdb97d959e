using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HabitatBoard.Data.Sqlite.AccountsMigrations
{
    /// <inheritdoc />
    public partial class Used : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Used",
                columns: table => new
                {
                    Digest = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Used", x => x.Digest);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Used_ExpiresAt",
                table: "Used",
                column: "ExpiresAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Used");
        }
    }
}
