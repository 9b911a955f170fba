using Clonus.Cli.Reports;
using Clonus.Motion;
using Clonus.Motion.Beats;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests.Reports;

public sealed class TextSummaryTests
{
    [Fact]
    public void A_sustained_clonus_is_said_at_a_glance()
    {
        var issue = new QualityIssue("variable_frame_rate", IssueSeverity.Info, "The frame rate varies; each frame's own time is used.");

        Assert.Equal(
            """
            leg  6.0 s, 60 frames/s, 640 x 480

              Left ankle: 8 beats, clonus-compatible, SUSTAINED
                Frequency   6.0 Hz
                Amplitude   8.0° peak to peak (first 8.1, largest 8.1)
                When        1.71 s to 3.02 s (1.31 s), after a stretch at 1.48 s
                Certainty   98 % that the count is exact
                Criteria    met: 6.0 Hz (2.5 to 10); intervals vary by 0 % (at most 30); first interval 1.00
                            times the later ones (at least 1); stretch of 15.3° (at least 5); stretch at 101°/s
                            (at least 50); first beat 0.15 s after the stretch ended (at most 0.5)
                            not measured: end on release (no release seen); one side only (only one side has
                            markers)
                Rule more-than-5: sustained when more than 5 consecutive beats are seen in one episode.
                Textbooks draw the line at 3, 5 or 10.

              note: The frame rate varies; each frame's own time is used. [variable_frame_rate]

              Files: leg.clonus
              A measurement for research and review by a clinician, not a diagnosis.

            """.ReplaceLineEndings("\n"),
            Text(Legs.Result(Legs.Stretched(8), "leg", issue)));
    }

    [Fact]
    public void Nothing_found_has_no_numbers()
    {
        var text = Text(Legs.Result(Legs.Stretched(0)));

        Assert.Contains("Left ankle: no clonus-compatible beats\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Frequency", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_beats_are_borderline()
    {
        Assert.Contains(
            "5 beats, clonus-compatible, not sustained (borderline: exactly five)\n", Text(Legs.Result(Legs.Stretched(5))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rhythm_without_a_trigger_is_not_judged()
    {
        var result = With(c => c with { Status = ClonusStatus.RhythmicOnly, Sustained = null, SustainedSure = null });

        Assert.Contains("8 beats in rhythm, no trigger seen: not called sustained or unsustained\n", Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Doubt_about_the_count_is_said()
    {
        var text = Text(With(c => c with { SustainedSure = false, BeatsLow = 5, Confidence = 0.6 }));

        Assert.Contains("SUSTAINED (not sure)\n", text, StringComparison.Ordinal);
        Assert.Contains("Certainty   60 % that the count is exact; 5 to 8 beats are possible\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notable_loss_of_amplitude_is_said_with_what_it_was_before()
    {
        string Lossy(double gain) => Text(
            With(c => c with { Episodes = [c.Episodes[0] with { AmplitudeGain = gain, AmplitudeMeanCorrected = 9.96 }] }), TextStyle.Plain with { Columns = 200 });

        Assert.Contains("; about 10.0° with the 20 % lost to frame rate and smoothing\n", Lossy(0.8), StringComparison.Ordinal);
        Assert.DoesNotContain("lost", Lossy(0.98), StringComparison.Ordinal);
    }

    [Fact]
    public void A_guessed_direction_is_said_to_be_one()
    {
        var leg = Legs.Stretched(8);
        var foot = new TrackSet(leg.FrameTimesSeconds, [.. leg.Markers.Where(m => m.Name.Landmark != Landmark.Knee)]);

        Assert.Contains("\n    Direction   of plantarflexion guessed from the first movement\n", Text(Legs.Result(foot)), StringComparison.Ordinal);
        Assert.DoesNotContain("Direction", Text(Legs.Result(leg)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clip_that_cannot_be_assessed_says_why()
    {
        var tracks = new TrackSet([0, 0.1], []);

        var text = Text(ResultDocument.Create(Legs.Clip(), [], Legs.Findings(tracks), new Cli.Settings.RunSettings()));

        Assert.Contains("Ankle: cannot be assessed\n", text, StringComparison.Ordinal);
        Assert.Contains("problem: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_episodes_have_a_row_each()
    {
        var text = Text(Legs.Result(Legs.Stretched(14, hole: 200..215)));

        Assert.Contains("Episodes    2 with ", text, StringComparison.Ordinal);
        Assert.Matches(@"\n      1         \d+ beats, 6\.0 Hz, 8\.0° peak to peak", text);
        Assert.Matches(@"\n      2         \d+ beats, ", text);
        Assert.Matches(@"\n    Criteria    of episode [12]:\n                met: ", text);
    }

    [Theory]
    [InlineData(8, 0, "Oscillation on the left side only")]
    [InlineData(0, 8, "Oscillation on the right side only")]
    [InlineData(8, 5, "Oscillation on both sides, at the same time")]
    public void Two_legs_are_compared_in_a_line(int left, int right, string line)
    {
        Assert.Contains($"\n  {line}\n", Text(Legs.Result(Legs.Both(left, right))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_leg_that_was_hidden_leaves_the_sides_open()
    {
        var text = Text(Legs.Result(Legs.Both(8, 0, hole: 90..300)));

        Assert.Contains("\n  Oscillation on the left side; the other one was not seen well enough to tell whether it has any\n", text, StringComparison.Ordinal);
        Assert.Contains("one side only (the other side was not seen well enough)", text.ReplaceLineEndings(" ").Replace("                ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void One_leg_and_two_quiet_ones_have_no_such_line()
    {
        Assert.DoesNotContain("Oscillation", Text(Legs.Result(Legs.Stretched(8))), StringComparison.Ordinal);
        Assert.DoesNotContain("Oscillation", Text(Legs.Result(Legs.Both(0, 0))), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_wider_than_a_hundred_columns()
    {
        Assert.All(Text(Legs.Result(Legs.Stretched(14, hole: 200..215))).Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void Colours_are_added_and_nothing_else()
    {
        // Its warnings are long enough to be wrapped.
        var result = Legs.Result(Legs.Stretched(14, hole: 200..215));

        var coloured = Text(result, new TextStyle(Colours: true));

        Assert.Contains("\u001b[1;31m", coloured, StringComparison.Ordinal);
        Assert.Equal(Text(result), System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", ""));
    }

    private static ResultDocument With(Func<ClonusFinding, ClonusFinding> change)
    {
        var result = Legs.Result(Legs.Stretched(8));
        var left = result.Sides.Left!;
        return result with { Sides = result.Sides with { Left = left with { Clonus = change(left.Clonus) } } };
    }

    private static string Text(ResultDocument result, TextStyle? style = null)
    {
        using var text = new StringWriter();
        TextSummary.Write(text, style ?? TextStyle.Plain, result, "leg.clonus");
        return text.ToString();
    }
}
