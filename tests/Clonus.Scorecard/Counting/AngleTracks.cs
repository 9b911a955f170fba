using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard.Counting;

/// <summary>Knee, ankle and toe of a leg whose ankle has exactly the wanted angle and error in each frame.</summary>
internal static class AngleTracks
{
    private const int Instants = 9;
    private const double DriftHz = 0.13;
    private const double VariableCv = 0.04;
    private const double DroppedShare = 0.03;

    /// <param name="hole">When the leg is hidden.</param>
    public static TrackSet Of(IAngleCurve angle, double endSeconds, CountCondition condition, (double From, double To)? hole, Random random)
    {
        var times = Times(endSeconds, condition, random);
        var phase = 2 * Math.PI * random.NextDouble();
        var values = times.Select(time => hole is { } h && time >= h.From && time < h.To
            ? (double?)null
            : Exposed(angle, time, condition.ShutterSeconds) + (condition.DriftDegrees * Math.Sin((2 * Math.PI * DriftHz * time) + phase)) + (condition.NoiseDegrees * Normal(random))).ToArray();
        return new TrackSet(times,
        [
            Track(Landmark.Knee, values, _ => new ImagePoint(300, 100)),
            Track(Landmark.Ankle, values, _ => new ImagePoint(300, 400)),
            Track(Landmark.Toe, values, degrees => new ImagePoint(300, 400) + (Direction(degrees) * 150)),
        ]);
    }

    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    // At 0 degrees the toe points level to the right, dorsiflexion lifts it; y is down.
    private static ImagePoint Direction(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new ImagePoint(cos, -sin);
    }

    private static double Exposed(IAngleCurve angle, double time, double shutter) =>
        Enumerable.Range(0, Instants).Average(i => angle.At(time + (shutter * (((i + 0.5) / Instants) - 0.5))));

    private static ImmutableArray<double> Times(double endSeconds, CountCondition condition, Random random)
    {
        var times = ImmutableArray.CreateBuilder<double>();
        for (var i = 0; (i + 1) / condition.Fps < endSeconds; i++)
        {
            var jitter = condition.Variable ? VariableCv * Math.Clamp(Normal(random), -2.5, 2.5) : 0;
            if (!condition.Variable || i == 0 || random.NextDouble() >= DroppedShare)
            {
                times.Add((i + jitter) / condition.Fps);
            }
        }

        return [.. times.Select(t => t - times[0])];
    }

    private static MarkerTrack Track(Landmark landmark, double?[] values, Func<double, ImagePoint> place) => new(
        new MarkerName(BodySide.Right, landmark), "green", [.. values.Select(v => v is { } degrees ? new MarkerSample(place(degrees), 1) : (MarkerSample?)null)]);
}
