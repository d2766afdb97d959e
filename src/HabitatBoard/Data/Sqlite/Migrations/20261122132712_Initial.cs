using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HabitatBoard.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Bodies",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Name_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bodies", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Operation = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Fields = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    PreviousDigest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Delegations",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ListName_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ListName_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ListName_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ListName_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ListName_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ListName_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ListName_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ListName_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ListName_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ListName_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ListName_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ListName_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RunningName_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    RunningName_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RunningName_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    RunningName_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RunningName_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    RunningName_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RunningName_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    RunningName_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RunningName_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    RunningName_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RunningName_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    RunningName_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SortKeys_Ar = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    SortKeys_En = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    SortKeys_Es = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    SortKeys_Fr = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    SortKeys_Ru = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    SortKeys_Zh = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegations", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Editions",
                columns: table => new
                {
                    Unit = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WorkingSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Editions", x => new { x.Unit, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Groups",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Name_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Groups", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Persons",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Surname = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Name_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Name_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Persons", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    OpeningParagraphId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosingParagraphId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Interpretation_HoursPerDay = table.Column<double>(type: "REAL", nullable: true),
                    Interpretation_Languages = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ModeNote_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ModeNote_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ModeNote_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ModeNote_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ModeNote_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ModeNote_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ModeNote_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ModeNote_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ModeNote_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ModeNote_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ModeNote_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ModeNote_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Place_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Place_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Place_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Place_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Place_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Place_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Place_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Place_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Place_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Place_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Place_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Place_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DelegationAliases",
                columns: table => new
                {
                    DelegationCode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DelegationAliases", x => new { x.DelegationCode, x.Language, x.Text });
                    table.ForeignKey(
                        name: "FK_DelegationAliases_Delegations_DelegationCode",
                        column: x => x.DelegationCode,
                        principalTable: "Delegations",
                        principalColumn: "Code");
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DelegationCode = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    BodyCode = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    GroupCode = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Memberships_Bodies_BodyCode",
                        column: x => x.BodyCode,
                        principalTable: "Bodies",
                        principalColumn: "Code");
                    table.ForeignKey(
                        name: "FK_Memberships_Delegations_DelegationCode",
                        column: x => x.DelegationCode,
                        principalTable: "Delegations",
                        principalColumn: "Code");
                    table.ForeignKey(
                        name: "FK_Memberships_Groups_GroupCode",
                        column: x => x.GroupCode,
                        principalTable: "Groups",
                        principalColumn: "Code");
                });

            migrationBuilder.CreateTable(
                name: "AgendaItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Letter = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false),
                    Title_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgendaItems_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Symbol = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SymbolAsPrinted = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    PaperNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    LookupKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 384, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Distribution = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Title_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Documents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Documents_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    EndsAt = table.Column<TimeOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Meetings_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Reports",
                columns: table => new
                {
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    DocumentSlug = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AdoptedByDecision = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    OriginalLanguage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DatesAndPlace_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    DatesAndPlace_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DatesAndPlace_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    DatesAndPlace_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DatesAndPlace_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    DatesAndPlace_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DatesAndPlace_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    DatesAndPlace_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DatesAndPlace_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    DatesAndPlace_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DatesAndPlace_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    DatesAndPlace_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Organ_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Organ_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Organ_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Organ_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Organ_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Organ_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Organ_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Organ_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Organ_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Organ_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Organ_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Organ_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Organization_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Organization_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Organization_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Organization_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Organization_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Organization_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Organization_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Organization_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Organization_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Organization_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Organization_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Organization_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Programme_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Programme_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Programme_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Programme_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Programme_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Programme_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Programme_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Programme_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Programme_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Programme_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Programme_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Programme_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ProgrammeShortName_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ProgrammeShortName_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ProgrammeShortName_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ProgrammeShortName_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ProgrammeShortName_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ProgrammeShortName_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ProgrammeShortName_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ProgrammeShortName_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ProgrammeShortName_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ProgrammeShortName_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ProgrammeShortName_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ProgrammeShortName_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reports", x => x.SessionId);
                    table.ForeignKey(
                        name: "FK_Reports_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Sections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Letter = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AgendaItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Heading_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Heading_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Heading_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Heading_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Heading_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Heading_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Heading_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Heading_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Heading_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Heading_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Heading_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Heading_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sections_AgendaItems_AgendaItemId",
                        column: x => x.AgendaItemId,
                        principalTable: "AgendaItems",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Sections_Sections_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Sections",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Sections_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "DocumentItems",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgendaItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentItems", x => new { x.DocumentId, x.AgendaItemId });
                    table.ForeignKey(
                        name: "FK_DocumentItems_AgendaItems_AgendaItemId",
                        column: x => x.AgendaItemId,
                        principalTable: "AgendaItems",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_DocumentItems_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_DocumentItems_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "DocumentRelations",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    TargetSlug = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentRelations", x => new { x.DocumentId, x.Kind, x.TargetSlug });
                    table.ForeignKey(
                        name: "FK_DocumentRelations_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_DocumentRelations_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "DocumentVersions",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    File = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentVersions", x => new { x.DocumentId, x.Language });
                    table.ForeignKey(
                        name: "FK_DocumentVersions_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_DocumentVersions_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Paragraphs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    SectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
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
                    table.PrimaryKey("PK_Paragraphs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Paragraphs_Sections_SectionId",
                        column: x => x.SectionId,
                        principalTable: "Sections",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Paragraphs_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Attendance",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    DelegationCode = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Presence = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ParagraphId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attendance", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attendance_Delegations_DelegationCode",
                        column: x => x.DelegationCode,
                        principalTable: "Delegations",
                        principalColumn: "Code");
                    table.ForeignKey(
                        name: "FK_Attendance_Paragraphs_ParagraphId",
                        column: x => x.ParagraphId,
                        principalTable: "Paragraphs",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Attendance_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AttendanceHeadings",
                columns: table => new
                {
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ParagraphId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Heading_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Heading_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Heading_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Heading_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Heading_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Heading_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Heading_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Heading_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Heading_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Heading_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Heading_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Heading_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttendanceHeadings", x => new { x.SessionId, x.Class });
                    table.ForeignKey(
                        name: "FK_AttendanceHeadings_Paragraphs_ParagraphId",
                        column: x => x.ParagraphId,
                        principalTable: "Paragraphs",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AttendanceHeadings_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Citations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ParagraphId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Target = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Variant = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    Wording_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Wording_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Wording_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Wording_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Wording_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Wording_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Wording_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Wording_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Wording_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Wording_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Wording_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Wording_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Citations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Citations_Paragraphs_ParagraphId",
                        column: x => x.ParagraphId,
                        principalTable: "Paragraphs",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Citations_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    AdoptedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DocumentSlug = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ParagraphId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Title_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Decisions_Paragraphs_ParagraphId",
                        column: x => x.ParagraphId,
                        principalTable: "Paragraphs",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Decisions_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ParagraphId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Place_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Place_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Place_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Place_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Place_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Place_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Place_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Place_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Place_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Place_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Place_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Events_Paragraphs_ParagraphId",
                        column: x => x.ParagraphId,
                        principalTable: "Paragraphs",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Events_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Officers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    BodyCode = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    PersonCode = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    DelegationCode = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    TermStartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TermEndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ParagraphId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Officers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Officers_Bodies_BodyCode",
                        column: x => x.BodyCode,
                        principalTable: "Bodies",
                        principalColumn: "Code");
                    table.ForeignKey(
                        name: "FK_Officers_Delegations_DelegationCode",
                        column: x => x.DelegationCode,
                        principalTable: "Delegations",
                        principalColumn: "Code");
                    table.ForeignKey(
                        name: "FK_Officers_Paragraphs_ParagraphId",
                        column: x => x.ParagraphId,
                        principalTable: "Paragraphs",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Officers_Persons_PersonCode",
                        column: x => x.PersonCode,
                        principalTable: "Persons",
                        principalColumn: "Code");
                    table.ForeignKey(
                        name: "FK_Officers_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

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

            migrationBuilder.CreateTable(
                name: "Statements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ParagraphId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    AgendaItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DelegationCode = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    PersonCode = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Capacity = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Medium = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    DocumentSlug = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Variant = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    Office_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Office_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Office_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Office_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Office_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Office_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Office_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Office_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Office_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Office_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Office_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Office_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Subject_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Subject_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Subject_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Subject_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Subject_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Subject_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Subject_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Subject_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Subject_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Subject_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Subject_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Subject_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Topic_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Topic_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Topic_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Topic_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Topic_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Topic_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Topic_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Topic_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Topic_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Topic_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Topic_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Topic_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Statements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Statements_AgendaItems_AgendaItemId",
                        column: x => x.AgendaItemId,
                        principalTable: "AgendaItems",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Statements_Delegations_DelegationCode",
                        column: x => x.DelegationCode,
                        principalTable: "Delegations",
                        principalColumn: "Code");
                    table.ForeignKey(
                        name: "FK_Statements_Paragraphs_ParagraphId",
                        column: x => x.ParagraphId,
                        principalTable: "Paragraphs",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Statements_Persons_PersonCode",
                        column: x => x.PersonCode,
                        principalTable: "Persons",
                        principalColumn: "Code");
                    table.ForeignKey(
                        name: "FK_Statements_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "DecisionParts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    DecisionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Letter = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false),
                    Title_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Title_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionParts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionParts_Decisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decisions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_DecisionParts_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "StatementsOnBehalf",
                columns: table => new
                {
                    StatementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    GroupCode = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    DelegationCode = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementsOnBehalf", x => new { x.StatementId, x.Order });
                    table.ForeignKey(
                        name: "FK_StatementsOnBehalf_Delegations_DelegationCode",
                        column: x => x.DelegationCode,
                        principalTable: "Delegations",
                        principalColumn: "Code");
                    table.ForeignKey(
                        name: "FK_StatementsOnBehalf_Groups_GroupCode",
                        column: x => x.GroupCode,
                        principalTable: "Groups",
                        principalColumn: "Code");
                    table.ForeignKey(
                        name: "FK_StatementsOnBehalf_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_StatementsOnBehalf_Statements_StatementId",
                        column: x => x.StatementId,
                        principalTable: "Statements",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Adoptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    DecisionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AgendaItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ParagraphId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Manner = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OrallyAmended = table.Column<bool>(type: "INTEGER", nullable: false),
                    Variant = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Adoptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Adoptions_AgendaItems_AgendaItemId",
                        column: x => x.AgendaItemId,
                        principalTable: "AgendaItems",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Adoptions_DecisionParts_PartId",
                        column: x => x.PartId,
                        principalTable: "DecisionParts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Adoptions_Decisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decisions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Adoptions_Paragraphs_ParagraphId",
                        column: x => x.ParagraphId,
                        principalTable: "Paragraphs",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Adoptions_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "DecisionParagraphs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    DecisionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("PK_DecisionParagraphs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionParagraphs_DecisionParts_PartId",
                        column: x => x.PartId,
                        principalTable: "DecisionParts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_DecisionParagraphs_Decisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decisions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_DecisionParagraphs_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Acts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ParagraphId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AgendaItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubjectKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DocumentSlug = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SubjectSessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    AdoptionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Variant = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    Subject_Ar_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Subject_Ar_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Subject_En_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Subject_En_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Subject_Es_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Subject_Es_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Subject_Fr_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Subject_Fr_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Subject_Ru_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Subject_Ru_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Subject_Zh_Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Subject_Zh_Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Acts_Adoptions_AdoptionId",
                        column: x => x.AdoptionId,
                        principalTable: "Adoptions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Acts_AgendaItems_AgendaItemId",
                        column: x => x.AgendaItemId,
                        principalTable: "AgendaItems",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Acts_Paragraphs_ParagraphId",
                        column: x => x.ParagraphId,
                        principalTable: "Paragraphs",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Acts_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AdoptedParagraphs",
                columns: table => new
                {
                    AdoptionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecisionParagraphId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdoptedParagraphs", x => new { x.AdoptionId, x.DecisionParagraphId });
                    table.ForeignKey(
                        name: "FK_AdoptedParagraphs_Adoptions_AdoptionId",
                        column: x => x.AdoptionId,
                        principalTable: "Adoptions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AdoptedParagraphs_DecisionParagraphs_DecisionParagraphId",
                        column: x => x.DecisionParagraphId,
                        principalTable: "DecisionParagraphs",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AdoptedParagraphs_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Acts_AdoptionId",
                table: "Acts",
                column: "AdoptionId");

            migrationBuilder.CreateIndex(
                name: "IX_Acts_AgendaItemId",
                table: "Acts",
                column: "AgendaItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Acts_ParagraphId",
                table: "Acts",
                column: "ParagraphId");

            migrationBuilder.CreateIndex(
                name: "IX_Acts_SessionId",
                table: "Acts",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_AdoptedParagraphs_DecisionParagraphId",
                table: "AdoptedParagraphs",
                column: "DecisionParagraphId");

            migrationBuilder.CreateIndex(
                name: "IX_AdoptedParagraphs_SessionId",
                table: "AdoptedParagraphs",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Adoptions_AgendaItemId",
                table: "Adoptions",
                column: "AgendaItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Adoptions_DecisionId",
                table: "Adoptions",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_Adoptions_ParagraphId",
                table: "Adoptions",
                column: "ParagraphId");

            migrationBuilder.CreateIndex(
                name: "IX_Adoptions_PartId",
                table: "Adoptions",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_Adoptions_SessionId",
                table: "Adoptions",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_SessionId_Version_Number_Letter",
                table: "AgendaItems",
                columns: new[] { "SessionId", "Version", "Number", "Letter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Attendance_DelegationCode_SessionId",
                table: "Attendance",
                columns: new[] { "DelegationCode", "SessionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Attendance_ParagraphId",
                table: "Attendance",
                column: "ParagraphId");

            migrationBuilder.CreateIndex(
                name: "IX_Attendance_SessionId",
                table: "Attendance",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceHeadings_ParagraphId",
                table: "AttendanceHeadings",
                column: "ParagraphId");

            migrationBuilder.CreateIndex(
                name: "IX_Changes_Type_Key",
                table: "Changes",
                columns: new[] { "Type", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Changes_Unit_Sequence",
                table: "Changes",
                columns: new[] { "Unit", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Citations_Kind_Target",
                table: "Citations",
                columns: new[] { "Kind", "Target" });

            migrationBuilder.CreateIndex(
                name: "IX_Citations_ParagraphId",
                table: "Citations",
                column: "ParagraphId");

            migrationBuilder.CreateIndex(
                name: "IX_Citations_SessionId",
                table: "Citations",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionParagraphs_DecisionId_Number",
                table: "DecisionParagraphs",
                columns: new[] { "DecisionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DecisionParagraphs_PartId",
                table: "DecisionParagraphs",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionParagraphs_SessionId",
                table: "DecisionParagraphs",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionParts_DecisionId_Letter",
                table: "DecisionParts",
                columns: new[] { "DecisionId", "Letter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DecisionParts_SessionId",
                table: "DecisionParts",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_ParagraphId",
                table: "Decisions",
                column: "ParagraphId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_SessionId",
                table: "Decisions",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_Year_Number",
                table: "Decisions",
                columns: new[] { "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DocumentItems_AgendaItemId",
                table: "DocumentItems",
                column: "AgendaItemId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentItems_SessionId",
                table: "DocumentItems",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentRelations_SessionId",
                table: "DocumentRelations",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_LookupKey",
                table: "Documents",
                column: "LookupKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Documents_SessionId",
                table: "Documents",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_Slug",
                table: "Documents",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Documents_SortKey_Slug",
                table: "Documents",
                columns: new[] { "SortKey", "Slug" });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentVersions_SessionId",
                table: "DocumentVersions",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_ParagraphId",
                table: "Events",
                column: "ParagraphId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_SessionId",
                table: "Events",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_SessionId_Number",
                table: "Meetings",
                columns: new[] { "SessionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_BodyCode",
                table: "Memberships",
                column: "BodyCode");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_DelegationCode",
                table: "Memberships",
                column: "DelegationCode");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_GroupCode",
                table: "Memberships",
                column: "GroupCode");

            migrationBuilder.CreateIndex(
                name: "IX_Officers_BodyCode",
                table: "Officers",
                column: "BodyCode");

            migrationBuilder.CreateIndex(
                name: "IX_Officers_DelegationCode",
                table: "Officers",
                column: "DelegationCode");

            migrationBuilder.CreateIndex(
                name: "IX_Officers_ParagraphId",
                table: "Officers",
                column: "ParagraphId");

            migrationBuilder.CreateIndex(
                name: "IX_Officers_PersonCode",
                table: "Officers",
                column: "PersonCode");

            migrationBuilder.CreateIndex(
                name: "IX_Officers_SessionId",
                table: "Officers",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Paragraphs_SectionId",
                table: "Paragraphs",
                column: "SectionId");

            migrationBuilder.CreateIndex(
                name: "IX_Paragraphs_SessionId_Number",
                table: "Paragraphs",
                columns: new[] { "SessionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Passages_ParagraphId",
                table: "Passages",
                column: "ParagraphId");

            migrationBuilder.CreateIndex(
                name: "IX_Passages_SessionId",
                table: "Passages",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Sections_AgendaItemId",
                table: "Sections",
                column: "AgendaItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Sections_ParentId",
                table: "Sections",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Sections_SessionId_Number_Letter",
                table: "Sections",
                columns: new[] { "SessionId", "Number", "Letter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Year_Number",
                table: "Sessions",
                columns: new[] { "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Statements_AgendaItemId",
                table: "Statements",
                column: "AgendaItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Statements_DelegationCode_SessionId",
                table: "Statements",
                columns: new[] { "DelegationCode", "SessionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Statements_ParagraphId",
                table: "Statements",
                column: "ParagraphId");

            migrationBuilder.CreateIndex(
                name: "IX_Statements_PersonCode",
                table: "Statements",
                column: "PersonCode");

            migrationBuilder.CreateIndex(
                name: "IX_Statements_SessionId",
                table: "Statements",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_StatementsOnBehalf_DelegationCode",
                table: "StatementsOnBehalf",
                column: "DelegationCode");

            migrationBuilder.CreateIndex(
                name: "IX_StatementsOnBehalf_GroupCode",
                table: "StatementsOnBehalf",
                column: "GroupCode");

            migrationBuilder.CreateIndex(
                name: "IX_StatementsOnBehalf_SessionId",
                table: "StatementsOnBehalf",
                column: "SessionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Acts");

            migrationBuilder.DropTable(
                name: "AdoptedParagraphs");

            migrationBuilder.DropTable(
                name: "Attendance");

            migrationBuilder.DropTable(
                name: "AttendanceHeadings");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "Citations");

            migrationBuilder.DropTable(
                name: "DelegationAliases");

            migrationBuilder.DropTable(
                name: "DocumentItems");

            migrationBuilder.DropTable(
                name: "DocumentRelations");

            migrationBuilder.DropTable(
                name: "DocumentVersions");

            migrationBuilder.DropTable(
                name: "Editions");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "Officers");

            migrationBuilder.DropTable(
                name: "Passages");

            migrationBuilder.DropTable(
                name: "Reports");

            migrationBuilder.DropTable(
                name: "StatementsOnBehalf");

            migrationBuilder.DropTable(
                name: "Adoptions");

            migrationBuilder.DropTable(
                name: "DecisionParagraphs");

            migrationBuilder.DropTable(
                name: "Documents");

            migrationBuilder.DropTable(
                name: "Bodies");

            migrationBuilder.DropTable(
                name: "Groups");

            migrationBuilder.DropTable(
                name: "Statements");

            migrationBuilder.DropTable(
                name: "DecisionParts");

            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "Persons");

            migrationBuilder.DropTable(
                name: "Decisions");

            migrationBuilder.DropTable(
                name: "Paragraphs");

            migrationBuilder.DropTable(
                name: "Sections");

            migrationBuilder.DropTable(
                name: "AgendaItems");

            migrationBuilder.DropTable(
                name: "Sessions");
        }
    }
}
