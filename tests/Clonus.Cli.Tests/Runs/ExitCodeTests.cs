using Clonus.Cli.Reports;
using Clonus.Cli.Runs;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests.Runs;

public sealed class ExitCodeTests
{
    private static readonly ResultDocument Sustained = Legs.Result(Legs.Stretched(8));
    private static readonly ResultDocument Unsustained = Legs.Result(Legs.Stretched(3));
    private static readonly ResultDocument NotAssessable = Legs.Result(new TrackSet([0, 0.1], []));

    [Fact]
    public void Whatever_was_found_is_done() => Assert.Equal(ExitCode.Done, Conclude([Sustained, Unsustained]));

    [Fact]
    public void Sustained_clonus_can_be_asked_to_fail() => Assert.Equal(ExitCode.Matched, Conclude([Unsustained, Sustained], failOn: true));

    [Fact]
    public void Unsustained_clonus_does_not() => Assert.Equal(ExitCode.Done, Conclude([Unsustained], failOn: true));

    [Fact]
    public void Nothing_assessable_has_its_own_code() => Assert.Equal(ExitCode.NotAssessable, Conclude([NotAssessable, NotAssessable]));

    [Fact]
    public void One_assessable_clip_is_enough() => Assert.Equal(ExitCode.Done, Conclude([NotAssessable, Unsustained]));

    [Fact]
    public void A_walk_is_something_assessable_and_its_absence_is_nothing()
    {
        Assert.Equal(ExitCode.Done, Conclude([Walks.WithoutAnkles(Walks.Walk)]));
        Assert.All([Walks.Standing, Walks.Unseen, null], gait => Assert.Equal(ExitCode.NotAssessable, Conclude([Walks.WithoutAnkles(gait)])));
        Assert.Equal(ExitCode.Done, Conclude([Walks.Result(Walks.Unseen)]));
    }

    [Fact]
    public void Some_failed_of_several_goes_before_a_match() =>
        Assert.Equal(ExitCode.SomeFailed, Conclude([Sustained], [ExitCode.Unreadable], failOn: true));

    [Fact]
    public void All_failed_is_their_own_code() => Assert.Equal(ExitCode.Unreadable, Conclude([], [ExitCode.Unreadable, ExitCode.Unreadable]));

    [Fact]
    public void An_unexpected_error_is_never_hidden() => Assert.Equal(ExitCode.Unexpected, Conclude([Sustained], [ExitCode.Unexpected]));

    [Theory]
    [InlineData(new[] { 4, 7, 6, 5, 3, 2, 1, 130 }, 130)]
    [InlineData(new[] { 4, 7, 6, 5, 3, 2, 1 }, 1)]
    [InlineData(new[] { 4, 7, 6, 5, 3, 2 }, 2)]
    [InlineData(new[] { 4, 7, 6, 5, 3 }, 3)]
    [InlineData(new[] { 4, 7, 6, 5 }, 5)]
    [InlineData(new[] { 4, 7, 6 }, 6)]
    [InlineData(new[] { 4, 7 }, 7)]
    [InlineData(new int[0], 0)]
    public void The_order_is_the_contracts(int[] codes, int first) => Assert.Equal((ExitCode)first, ExitCodes.First(codes.Select(c => (ExitCode)c)));

    private static ExitCode Conclude(ResultDocument[] results, ExitCode[]? failures = null, bool failOn = false) =>
        AnalyzeRun.Conclude(results, failures ?? [], failOn);
}
