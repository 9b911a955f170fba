using Clonus.Cli.Settings;
using Clonus.Motion;
using Clonus.Motion.Beats;
using Clonus.Motion.Gait;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Cli.Tests.Settings;

public sealed class SettingCatalogueTests
{
    [Theory]
    [InlineData("site", "point")]
    [InlineData("side", "right")]
    [InlineData("affected", "left")]
    [InlineData("affected", "right")]
    [InlineData("view", "sagittal")]
    [InlineData("view", "frontal")]
    [InlineData("view", "front")]
    [InlineData("view", "back")]
    [InlineData("device", "afo")]
    [InlineData("device", "walker")]
    [InlineData("mirror", "true")]
    [InlineData("band", "3:8.5")]
    [InlineData("rule", "at-least-10")]
    [InlineData("sustained_min_beats", "7")]
    [InlineData("age_months", "0")]
    [InlineData("min_amplitude", "1.25px")]
    [InlineData("min_amplitude", "2deg")]
    [InlineData("merge_gap", "0.75")]
    [InlineData("time_range", "1.5:4")]
    [InlineData("time_range", "2:")]
    [InlineData("time_range", ":4")]
    [InlineData("capture_fps", "239.76")]
    [InlineData("neutral", "1.5s")]
    [InlineData("neutral", "112deg")]
    [InlineData("neutral", "-3.5deg")]
    [InlineData("scale", "1px:0.25")]
    public void What_a_setting_takes_it_prints(string key, string text)
    {
        var setting = Find(key);

        Assert.Equal(text, setting.Print(setting.Apply(new RunSettings(), text)!));
    }

    [Theory]
    [InlineData("site", "Ankle")]
    [InlineData("site", "0")]
    [InlineData("side", "unknown")]
    [InlineData("side", "")]
    [InlineData("affected", "auto")]
    [InlineData("affected", "Left")]
    [InlineData("view", "behind")]
    [InlineData("view", "spatial")]
    [InlineData("mirror", "yes")]
    [InlineData("band", "10:2.5")]
    [InlineData("band", "0:5")]
    [InlineData("band", "2,5:10")]
    [InlineData("band", "3")]
    [InlineData("band", "3:4:5")]
    [InlineData("band", "NaN:10")]
    [InlineData("band", "1:1e400")]
    [InlineData("rule", "more_than_5")]
    [InlineData("sustained_min_beats", "0")]
    [InlineData("sustained_min_beats", "5.5")]
    [InlineData("sustained_min_beats", "99999999999")]
    [InlineData("age_months", "-1")]
    [InlineData("min_amplitude", "2")]
    [InlineData("min_amplitude", "deg")]
    [InlineData("min_amplitude", "-2deg")]
    [InlineData("min_amplitude", "2 deg")]
    [InlineData("merge_gap", "0")]
    [InlineData("time_range", ":")]
    [InlineData("time_range", "4:4")]
    [InlineData("time_range", "-1:4")]
    [InlineData("time_range", "4")]
    [InlineData("capture_fps", "fast")]
    [InlineData("scale", "412:380")]
    [InlineData("scale", "0px:380")]
    [InlineData("neutral", "-1s")]
    [InlineData("neutral", "1.5 s")]
    [InlineData("device", "crutch")]
    public void What_a_setting_does_not_take_is_refused_with_what_is_allowed(string key, string text)
    {
        var setting = Find(key);

        var error = Assert.Throws<InputException>(() => setting.ApplyFrom(setting.OptionName, new RunSettings(), text));

        Assert.Equal(InputFault.Settings, error.Fault);
        Assert.Contains($"'{text}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(setting.Allowed, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_arrive_where_they_are_used()
    {
        var settings = Apply(
            ("site", "wrist"), ("side", "left"), ("band", "3:8"), ("rule", "at-least-3"), ("sustained_min_beats", "4"), ("age_months", "11"),
            ("min_amplitude", "4mm"), ("merge_gap", "0.5"), ("time_range", "1:2"), ("capture_fps", "240"), ("scale", "400px:100"), ("neutral", "2"));

        Assert.Equal(Site.Wrist, settings.Analysis.Signal.Site);
        Assert.Equal(BodySide.Left, settings.Tracking.Side);
        Assert.Equal(new FrequencyBand(3, 8), settings.Analysis.Signal.Band);
        Assert.Equal(RuleId.AtLeast3, settings.Analysis.Clonus.Rule);
        Assert.Equal(4, settings.Analysis.Clonus.SustainedMinBeats);
        Assert.Equal(11, settings.Analysis.Clonus.AgeMonths);
        Assert.Equal(new Amplitude(4, SignalUnit.Mm), settings.Analysis.Signal.MinAmplitude);
        Assert.Equal(0.5, settings.Analysis.Clonus.MergeGapSeconds);
        Assert.Equal((1.0, 2.0), (settings.Video.StartSeconds, settings.Video.EndSeconds));
        Assert.Equal(240, settings.Video.CaptureFps);
        Assert.Equal(0.25, settings.Analysis.Signal.MillimetresPerPixel);
        Assert.Equal(2, settings.Analysis.Signal.NeutralSeconds);
    }

    [Theory]
    [InlineData("sagittal", LegView.Side, GaitView.Sagittal, null)]
    [InlineData("side", LegView.Side, GaitView.Sagittal, null)]
    [InlineData("frontal", LegView.Front, GaitView.Frontal, null)]
    [InlineData("front", LegView.Front, GaitView.Frontal, true)]
    [InlineData("back", LegView.Front, GaitView.Frontal, false)]
    [InlineData("auto", null, null, null)]
    public void A_view_is_told_to_those_who_name_markers_and_to_those_who_judge_walks(string text, LegView? markers, GaitView? walk, bool? facesCamera)
    {
        var settings = Apply(("view", "front"), ("view", text));

        Assert.Equal(facesCamera, settings.Tracking.FacesCamera);

        Assert.Equal((markers, walk), (settings.Tracking.View, settings.Analysis.Walk.View));
    }

    [Fact]
    public void The_leg_of_a_walk_arrives_beside_its_view_and_what_the_person_walks_with()
    {
        var settings = Apply(("view", "sagittal"), ("affected", "right"), ("device", "cane"));

        Assert.Equal((BodySide.Right, GaitView.Sagittal, Device.Cane), (settings.Analysis.Walk.Affected, settings.Analysis.Walk.View, settings.Device));
        Assert.Equal(BodySide.Unknown, Apply(("affected", "right"), ("affected", "unknown")).Analysis.Walk.Affected);
    }

    [Fact]
    public void The_later_neutral_replaces_the_earlier()
    {
        var settings = Apply(("neutral", "1s"), ("neutral", "100deg"));

        Assert.Null(settings.Analysis.Signal.NeutralSeconds);
        Assert.Equal(100, settings.Analysis.Signal.NeutralDegrees);
    }

    [Fact]
    public void Keys_are_snake_case_and_stand_once()
    {
        Assert.All(SettingCatalogue.All, s => Assert.Matches("^[a-z]+(_[a-z]+)*$", s.Key));
        Assert.Distinct(SettingCatalogue.All.Select(s => s.Key));
    }

    private static Setting Find(string key) => SettingCatalogue.All.Single(s => s.Key == key);

    private static RunSettings Apply(params (string Key, string Text)[] texts) =>
        texts.Aggregate(new RunSettings(), (settings, t) => Find(t.Key).ApplyFrom(t.Key, settings, t.Text));
}
