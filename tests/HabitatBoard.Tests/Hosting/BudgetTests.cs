using System.Net;
using HabitatBoard.Web.Hosting;

namespace HabitatBoard.Tests.Hosting;

/// <summary>What an address has left.</summary>
public sealed class BudgetTests
{
    private static readonly IPAddress Somebody = IPAddress.Parse("192.0.2.1");

    [Theory]
    [InlineData(5)]
    [InlineData(100)]
    [InlineData(600)]
    public void AMinute_HoldsAsMuchAsItSays(int perMinute)
    {
        var clock = new Clock();
        var budget = new Budget(perMinute, clock);
        for (var i = 0; i < perMinute; i++)
        {
            Assert.True(budget.Take(Somebody).Taken);
        }
        var (taken, left, wait) = budget.Take(Somebody);
        Assert.Equal((false, 0), (taken, left));
        Assert.InRange(wait, 1, 1 + (60 / perMinute));
        var again = 0;
        for (var second = 0; second < 60; second++)
        {
            clock.Now += TimeSpan.FromSeconds(1);
            while (budget.Take(Somebody).Taken)
            {
                again++;
            }
        }
        Assert.InRange(again, perMinute - 1, perMinute);
    }

    [Fact]
    public void WhatIsGivenBack_CostsNothing()
    {
        var budget = new Budget(1, new Clock());
        for (var i = 0; i < 3; i++)
        {
            Assert.True(budget.Take(Somebody).Taken);
            budget.GiveBack(Somebody);
        }
        Assert.True(budget.Take(Somebody).Taken);
        Assert.False(budget.Take(Somebody).Taken);
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    public void AnIPv6Network_IsOneCaller(string address, string counted) =>
        Assert.Equal(IPAddress.Parse(counted), Budget.Counted(IPAddress.Parse(address)));

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
