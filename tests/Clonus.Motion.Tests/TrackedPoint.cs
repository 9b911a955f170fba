using System.Collections.Immutable;
using Clonus.Motion.Clips;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests;

/// <summary>The track of a lone point that moves to and fro along a line, and what is found in it.</summary>
internal static class TrackedPoint
{
    /// <param name="travel">Pixels along the line.</param>
    /// <param name="directionDegrees">Where the line points in the picture, from right towards down.</param>
    public static SideFindings Side(Func<double, double> travel, double seconds, double directionDegrees = 0, double fps = 60, double noisePixels = 0.02, int seed = 1)
    {
        var times = TrackedLeg.Times(seconds, fps);
        var random = new Random(seed);
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(directionDegrees));
        var samples = times.Select(t =>
        {
            var along = travel(t);
            return (MarkerSample?)new MarkerSample(
                new ImagePoint(320 + (along * cos) + (noisePixels * TrackedLeg.Normal(random)), 240 + (along * sin) + (noisePixels * TrackedLeg.Normal(random))), 1);
        }).ToImmutableArray();
        var settings = new AnalysisSettings { Signal = new SignalSettings { Site = Site.Point } };
        return ClipAnalyzer.Analyze(new TrackSet(times, [new MarkerTrack(MarkerName.Point, "at:320,240", samples)]), settings).Sides.Single();
    }
}
