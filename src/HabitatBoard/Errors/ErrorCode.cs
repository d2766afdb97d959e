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
}
