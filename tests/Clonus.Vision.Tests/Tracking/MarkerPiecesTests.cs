using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

/// <summary>Legs that swing below a hip, made by hand: 0 and 10 are knees, 1 and 11 ankles, named by their first frames.</summary>
public class MarkerPiecesTests
{
    private const int FrameCount = 120;
    private static readonly TrackingSettings Settings = new();
    private static readonly Colour Green = Colour.FromBgr(70, 170, 40), Blue = Colour.FromBgr(190, 80, 30);

    [Theory]
    [InlineData(0)]
    [InlineData(0.006)]
    public void Pieces_of_an_ankle_go_to_the_leg_whose_knee_they_hang_on(double growth)
    {
        var whole = Merge(growth, Candidate(Ankle(1, growth), 60, 80), Candidate(Ankle(-1, growth), 62, 85), Candidate(Ankle(1, growth), 90, 120));

        Assert.Equal([4, 5, 6], whole.Absorbed.Order());
        Assert.Equal(50 + 20 + 30, whole.Candidates[1].SeenCount);
        Assert.Equal(50 + 23, whole.Candidates[3].SeenCount);
        Assert.All(Enumerable.Range(60, 20), i => Assert.Equal(Ankle(1, growth)(i), whole.Candidates[1].Samples[i]!.Value.Position));
        // It may be wrong.
        Assert.InRange(whole.Candidates[1].Samples[70]!.Value.Confidence, 0.9, 0.99);
    }

    [Fact]
    public void What_lies_elsewhere_looks_otherwise_or_is_seen_beside_the_marker_stays_alone()
    {
        var ankle = Ankle(1, 0);
        var whole = Merge(
            0, Candidate(i => ankle(i) + new ImagePoint(0, 60), 60, 80), Candidate(ankle, 60, 80, Blue), Candidate(i => ankle(i) + new ImagePoint(1, 0), 40, 70),
            Candidate(_ => new ImagePoint(300, 300), 55, 120), Candidate(ankle, 100, 104));

        Assert.Empty(whole.Absorbed);
        Assert.Equal(50, whole.Candidates[1].SeenCount);
    }

    [Fact]
    public void A_piece_that_may_be_of_either_leg_stays_alone()
    {
        // While the ankles pass each other.
        var whole = Merge(0, Candidate(i => (Ankle(1, 0)(i) + Ankle(-1, 0)(i)) * 0.5, 58, 65));

        Assert.Empty(whole.Absorbed);
    }

    /// <summary>Two legs that are named by both knees and the first 50 frames of both ankles, and further pieces.</summary>
    private static WholeCandidates Merge(double growth, params LimbCandidate[] pieces) => MarkerPieces.Merge(
        [
            Candidate(Knee(1, growth), 0, FrameCount), Candidate(Ankle(1, growth), 0, 50), Candidate(Knee(-1, growth), 0, FrameCount), Candidate(Ankle(-1, growth), 0, 50), .. pieces,
        ],
        [[0, 1], [2, 3]], Settings);

    private static LimbCandidate Candidate(Func<int, ImagePoint> place, int start, int end, Colour? colour = null) => new(
        [.. Enumerable.Range(0, FrameCount).Select(i => i >= start && i < end ? new MarkerSample(place(i), 1) : (MarkerSample?)null)], 0.9, 10, colour ?? Green);

    // A stride lasts 30 frames. Who comes nearer grows as one over his distance.
    private static Func<int, ImagePoint> Knee(int leg, double growth) => i => From(growth, i, new ImagePoint(30 * leg * Swing(i), 150));

    private static Func<int, ImagePoint> Ankle(int leg, double growth) => i => From(growth, i, new ImagePoint(80 * leg * Swing(i), 270 - (15 * Math.Abs(Swing(i)))));

    private static double Swing(int i) => Math.Sin(2 * Math.PI * i / 30.0);

    private static ImagePoint From(double growth, int i, ImagePoint way) => new ImagePoint(400, 100) + (way * (1 / (1 - (growth * i))));
}
