using System.Collections.Immutable;
using Clonus.Motion.Clips;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Whole walks of the simulator and what is found in them.</summary>
internal static class SimulatedWalks
{
    public static WalkScript Script(
        double metresPerSecond = 1, int fps = 60, double seconds = 8, long seed = 3, WalkView view = WalkView.Side, BodySide walksTo = BodySide.Right, bool treadmill = false, params ImmutableArray<WalkPattern> patterns)
    {
        var subject = new WalkSubject { View = view, WalksTo = walksTo };
        return WalkScript.Of(new WalkScene
        {
            Seed = seed,
            Motion = new WalkMotion { MetresPerSecond = metresPerSecond, Treadmill = treadmill, Patterns = patterns },
            Subject = subject with { Stickers = subject.Marked([BodySide.Left, BodySide.Right], WalkTracks.LateralLandmarks, (_, _) => StickerColour.Green) },
            Camera = new StretchCamera { WidthPixels = 1280, HeightPixels = 720, Rate = new FrameRate(fps, 1), DurationSeconds = seconds, ShutterSeconds = 0.0005 },
        });
    }

    public static TrackSet InRoom(WalkScript script, LabAxes? axes = null, double noiseMillimetres = 0) => WalkTracks.InRoom(script, axes ?? new LabAxes(LabUp.Z, 0), noiseMillimetres, script.Scene.Seed);

    public static TrackSet InPicture(WalkScript script, double noisePixels = 0) => WalkTracks.InPicture(WalkTruth.Of(script), noisePixels, script.Scene.Seed);

    public static AnalysisSettings Settings(TrackSet tracks) => tracks.IsSpatial ? new AnalysisSettings() : new AnalysisSettings { Walk = new GaitSettings { PictureCentre = new ImagePoint(639.5, 359.5) } };

    public static ClipFindings Analyze(TrackSet tracks) => ClipAnalyzer.Analyze(tracks, Settings(tracks));

    public static GaitFindings Gait(TrackSet tracks) => Analyze(tracks).Gait!;

    public static TrackSet Map(TrackSet tracks, Func<SpacePoint, SpacePoint>? place = null, Func<double, double>? time = null, Func<MarkerName, MarkerName>? name = null) => new(
        [.. tracks.FrameTimesSeconds.Select(time ?? (t => t))],
        [.. tracks.Markers.Select(m => m with { Name = name?.Invoke(m.Name) ?? m.Name, Samples = [.. m.Samples.Select(s => s is { } x ? x with { Position = place?.Invoke(x.Position) ?? x.Position } : (MarkerSample?)null)] })])
    {
        IsSpatial = tracks.IsSpatial,
    };
}
