using HabitatBoard.Accounts;

namespace HabitatBoard.Web.Accounts;

/// <summary>
/// What an auditor looks for, as events of one category. None holds a secret, nor what somebody typed where no account has that
/// name: it may be a password in the wrong field.
/// </summary>
internal sealed partial class SecurityLog(ILoggerFactory loggers, IHttpContextAccessor http)
{
    private readonly ILogger logger = loggers.CreateLogger("HabitatBoard.Security");

    private string? Address => http.HttpContext?.Connection.RemoteIpAddress?.ToString();

    private string? Actor => http.HttpContext?.User.Identity?.Name;

    public void SignedIn(User user, string method) => SignedIn(user.UserName, method, Address);

    public void SignInFailed(User? user, string reason) => SignInFailed(user?.UserName ?? "(unknown)", reason, Address);

    public void LockedOut(User user) => LockedOut(user.UserName, Address);

    public void SignedOut(string? user) => SignedOut(user, Address);

    /// <summary>Something about an account was changed, such as <c>role Editor</c> or <c>password</c>.</summary>
    public void Changed(User user, string what) => Changed(user.UserName, what, Actor ?? "(link)", Address);

    public void KeyChanged(string key, string what) => KeyChanged(key, what, Actor ?? "(command line)");

    public void KeyRefused(string prefix, string reason) => KeyRefused(prefix, reason, Address);

    public void Refused(string path, string reason) => Refused(Actor ?? "(nobody)", path, reason, Address);

    [LoggerMessage(4101, LogLevel.Information, "{User} signed in by {Method} from {Address}")]
    private partial void SignedIn(string? user, string method, string? address);

    [LoggerMessage(4102, LogLevel.Warning, "Sign-in of {User} failed ({Reason}) from {Address}")]
    private partial void SignInFailed(string user, string reason, string? address);

    [LoggerMessage(4103, LogLevel.Warning, "{User} is locked out after too many failures, the last from {Address}")]
    private partial void LockedOut(string? user, string? address);

    [LoggerMessage(4104, LogLevel.Information, "{User} signed out from {Address}")]
    private partial void SignedOut(string? user, string? address);

    [LoggerMessage(4105, LogLevel.Information, "Account {User}: {What}, by {Actor} from {Address}")]
    private partial void Changed(string? user, string what, string actor, string? address);

    [LoggerMessage(4106, LogLevel.Information, "Key {Key}: {What}, by {Actor}")]
    private partial void KeyChanged(string key, string what, string actor);

    [LoggerMessage(4107, LogLevel.Warning, "Key {Prefix} was refused ({Reason}) from {Address}")]
    private partial void KeyRefused(string prefix, string reason, string? address);

    [LoggerMessage(4108, LogLevel.Warning, "{Actor} was refused {Path} ({Reason}) from {Address}")]
    private partial void Refused(string actor, string path, string reason, string? address);
}
