using System.Collections.Immutable;
using Clonus.Formats.Import;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Tests.Import;

/// <summary>The hips' centres of a pelvis that is marked alone: shares of its width to the side, behind and below the middle of its front.</summary>
public sealed class HipCentresTests
{
    // A pelvis of 250 mm that faces along y with z up: its front spines at y 0, its back 160 mm behind.
    private static readonly Dictionary<string, SpacePoint> Pelvis = new()
    {
        ["LASI"] = new(-125, 0, 1000), ["RASI"] = new(125, 0, 1000), ["LPSI"] = new(-50, -160, 1000), ["RPSI"] = new(50, -160, 1000), ["SACR"] = new(0, -160, 1000), ["LKNE"] = new(-120, 0, 500),
    };

    private static readonly SpacePoint Left = new(-0.36 * 250, -0.19 * 250, 1000 - (0.30 * 250));
    private static readonly SpacePoint Right = new(0.36 * 250, -0.19 * 250, 1000 - (0.30 * 250));

    private static (ImmutableArray<MarkerTrack> Hips, QualityIssue? Note) Find(string labels, Func<SpacePoint, SpacePoint>? lab = null, string? hidden = null)
    {
        string?[] names = [.. labels.Split(' ').Select(l => l == "-" ? null : l)];
        return HipCentres.Of(names, i =>
        [
            new MarkerSample((lab ?? (p => p))(Pelvis[names[i]!.ToUpperInvariant()]), 1),
            names[i] == hidden ? null : new MarkerSample((lab ?? (p => p))(Pelvis[names[i]!.ToUpperInvariant()]), 1),
        ]);
    }

    private static void AssertPlace(SpacePoint expected, MarkerTrack track, int frame = 0) => Assert.Equal(0, track.Samples[frame]!.Value.Position.DistanceTo(expected), 1e-9);

    [Theory]
    [InlineData("LASI RASI LPSI RPSI", "from LASI, RASI, LPSI, RPSI")]
    [InlineData("SACR LKNE RASI LASI", "from LASI, RASI, SACR")]
    [InlineData("lasi rasi sacr", "from lasi, rasi, sacr")]
    public void Both_hips_lie_where_the_pelvis_puts_them_and_say_where_from(string labels, string spec)
    {
        var (hips, note) = Find(labels);

        Assert.Equal(["left.hip", "right.hip"], hips.Select(h => h.Name.ToString()));
        AssertPlace(Left, hips[0]);
        AssertPlace(Right, hips[1]);
        Assert.All(hips, h => Assert.Equal(spec, h.Spec));
        Assert.Equal(("hips_computed", IssueSeverity.Info), (note!.Code, note.Severity));
    }

    [Fact]
    public void However_the_laboratorys_axes_lie_the_hips_are_the_same_of_the_body()
    {
        // Y up and the pelvis turned about the upright; far from the origin.
        SpacePoint Lab(SpacePoint p)
        {
            var (sin, cos) = Math.SinCos(2.1);
            return new SpacePoint((p.X * cos) - (p.Y * sin), p.Z, -((p.X * sin) + (p.Y * cos))) + new SpacePoint(4000, 100, -9000);
        }

        var (hips, _) = Find("LASI RASI LPSI RPSI", Lab);

        AssertPlace(Lab(Left), hips[0]);
        AssertPlace(Lab(Right), hips[1]);
    }

    [Theory]
    [InlineData("LASI")]
    [InlineData("RPSI")]
    public void Where_one_of_its_markers_is_hidden_there_is_no_hip(string hidden)
    {
        var (hips, _) = Find("LASI RASI LPSI RPSI", hidden: hidden);

        Assert.All(hips, h => Assert.NotNull(h.Samples[0]));
        Assert.All(hips, h => Assert.Null(h.Samples[1]));
    }

    [Theory]
    [InlineData("LASI RASI")]
    [InlineData("LASI RASI LPSI")]
    [InlineData("LASI LPSI RPSI")]
    [InlineData("- - LKNE")]
    public void A_pelvis_that_is_not_marked_whole_has_none(string labels)
    {
        var (hips, note) = Find(labels);

        Assert.Empty(hips);
        Assert.Null(note);
    }

    [Fact]
    public void Points_that_fall_together_make_no_pelvis()
    {
        Assert.All(Find("LASI RASI SACR", _ => new SpacePoint(1, 2, 3)).Hips, h => Assert.Null(h.Samples[0]));
        Assert.All(Find("LASI RASI SACR", p => new SpacePoint(p.X, 0, 0)).Hips, h => Assert.Null(h.Samples[0]));
    }
}
