using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HabitatBoard.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CitationsOfSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Citations_SessionId",
                table: "Citations");

            migrationBuilder.CreateIndex(
                name: "IX_Citations_SessionId_Kind_Target",
                table: "Citations",
                columns: new[] { "SessionId", "Kind", "Target" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Citations_SessionId_Kind_Target",
                table: "Citations");

            migrationBuilder.CreateIndex(
                name: "IX_Citations_SessionId",
                table: "Citations",
                column: "SessionId");
        }
    }
}
