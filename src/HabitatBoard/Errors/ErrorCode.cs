namespace HabitatBoard.Errors;

/// <summary>
/// The catalogue of errors. The number is the error's permanent address (<c>/problems/2001</c>) and the key of its
/// sentence in six languages; it is never given to another error.
/// </summary>
public enum ErrorCode
{
    // 1xxx: the request itself.
    NotFound = 1001,
    MethodNotAllowed = 1002,
    NotAcceptable = 1003,
    MalformedRequest = 1004,
    InvalidParameter = 1005,
    InvalidCursor = 1006,
    AddressTooLong = 1007,
    InvalidUtf8 = 1008,
    UnsupportedMediaType = 1009,
    BodyTooLarge = 1010,
    TooManyRequests = 1011,
    SecureConnectionRequired = 1012,
    MalformedJson = 1013,
    InvalidHeader = 1014,
    RangeNotSatisfiable = 1015,
    NulCharacter = 1016,
    PreconditionFailed = 1017,
    Unexpected = 1500,
    StoreUnavailable = 1503,

    // 2xxx: things that are not there.
    SessionNotFound = 2001,
    AgendaItemNotFound = 2002,
    DecisionNotFound = 2003,
    DocumentNotFound = 2004,
    DelegationNotFound = 2005,
    ReportNotFound = 2006,
    EditionNotFound = 2007,
    RecordNotFound = 2008,
    VersionNotFound = 2009,
    SessionWithdrawn = 2010,
    AgendaNotFound = 2020,
    FormatNotFound = 2021,

    // 3xxx: invariants of the record.
    NumberUsedTwice = 3001,
    ReferenceToNothing = 3002,
    TextInNoLanguage = 3003,
    MalformedIdentifier = 3004,
    DatesReversed = 3005,
    TextTooLong = 3006,
    StillReferredTo = 3007,
    ForbiddenCharacter = 3008,
    SpeakerMissing = 3009,
    AttributionMissing = 3010,
    FieldMissing = 3011,
    UnknownField = 3012,
    MalformedValue = 3013,
    OutOfRange = 3014,
    StaleVersion = 3015,
    VersionRequired = 3016,
    InvalidDraft = 3017,
    NothingToPublish = 3018,
    FindingsStand = 3019,
    PublishAnotherFirst = 3020,
    KeyOfAnotherRequest = 3021,
    ReasonRequired = 3022,
    CircularRelation = 3030,
    KeyIsPermanent = 3031,
    LineTooLong = 3032,
    FileTypeNotAllowed = 3040,
    FileTooLarge = 3041,

    // 4xxx: accounts.
    SignInRequired = 4001,
    NotAllowed = 4002,
    SecondFactorRequired = 4003,
    KeyRefused = 4004,
    FormExpired = 4005,
    LinkSpent = 4006,
    UserNotFound = 4007,
    KeyNotFound = 4008,

    // 6xxx: reading a report in.
    ImportTooLarge = 6001,
    ImportDamaged = 6002,
    ImportEncoding = 6003,
    ImportNotAReport = 6004,
    ImportOtherBody = 6005,
    ImportOtherSession = 6006,
    ImportNeedsRefused = 6007,
}
