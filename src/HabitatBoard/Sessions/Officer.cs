using HabitatBoard.Delegations;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;

namespace HabitatBoard.Sessions;

/// <summary>
/// An office held in a body. The presiding officer of the Board is the Chair; those who lead informal consultations
/// are co-facilitators.
/// </summary>
public enum Office
{
    Chair,
    ViceChair,
    Rapporteur,
    CoFacilitator,
}

/// <summary>The office a person held in a body at a session.</summary>
public sealed class Officer : ISessionOwned, IOrdered
{
    private Officer()
    {
    }

    public Officer(Guid id, string sessionId, int order, Office office, string bodyCode, string personCode, string? delegationCode, Guid? paragraphId)
    {
        Id = id;
        SessionId = sessionId;
        Order = order;
        Office = office;
        BodyCode = bodyCode;
        PersonCode = personCode;
        DelegationCode = delegationCode;
        ParagraphId = paragraphId;
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;
    public int Order { get; private set; }
    public Office Office { get; private set; }
    public string BodyCode { get; private set; } = null!;
    public Body Body { get; private set; } = null!;
    public string PersonCode { get; private set; } = null!;
    public Person Person { get; private set; } = null!;

    /// <summary>The delegation the officer belongs to.</summary>
    public string? DelegationCode { get; private set; }

    public Delegation? Delegation { get; private set; }
    public DateOnly? TermStartsOn { get; private set; }
    public DateOnly? TermEndsOn { get; private set; }

    /// <summary>The report paragraph that states it; null where the masthead does.</summary>
    public Guid? ParagraphId { get; private set; }

    public Paragraph? Paragraph { get; private set; }

    /// <summary>Gives it another place among its like.</summary>
    public void MoveTo(int order) => Order = Guard.Positive(order, "order");

    public void Serve(DateOnly? from, DateOnly? until)
    {
        Guard.InOrder(from, until, "termEndsOn");
        TermStartsOn = from;
        TermEndsOn = until;
    }
}
