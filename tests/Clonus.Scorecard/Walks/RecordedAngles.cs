using System.Collections.Immutable;
using System.Globalization;
using Clonus.Formats;
using Clonus.Formats.Import;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Scorecard.Walks;

/// <summary>
/// The legs' angles in the strides of a recorded walk against those that the laboratory's own model gave to the same frames. The model turns about joint centres and axes
/// of its own, ours are lines of markers in the plane of walking: a constant between them says how markers were stuck on, the rest how alike they move.
/// </summary>
internal static class RecordedAngles
{
    // What Plug-in Gait calls its joint centres: the femur's proximal end and its origin, the tibia's origin.
    private static readonly ImmutableArray<(Landmark Landmark, string Label)> Centres = [(Landmark.Hip, "FEP"), (Landmark.Knee, "FEO"), (Landmark.Ankle, "TIO")];

    private static readonly ImmutableArray<BodySide> Legs = [BodySide.Left, BodySide.Right];

    /// <param name="Joint">As the file calls it.</param>
    /// <param name="Less">The joint whose angle is taken off the file's.</param>
    private sealed record Row(string What, Func<WalkBout, BodySide, double?[]> Angle, string Joint, string? Less = null);

    // The laboratory's hip is the thigh against the pelvis; ours is the thigh against the vertical, which the pelvis's own lean is taken off for.
    private static readonly ImmutableArray<Row> Rows =
    [
        new("knee", SegmentAngles.Knee, "Knee"),
        new("hip", SegmentAngles.Hip, "Hip"),
        new("hip", SegmentAngles.Hip, "Hip", "Pelvis"),
        new("ankle", SegmentAngles.Ankle, "Ankle"),
    ];

    public static void Write(IEnumerable<RecordedWalk> walks)
    {
        Console.WriteLine("| file | leg | angle | the file's | frames | ours ° | the file's ° | mean difference ° | rms about it ° | correlation |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var walk in walks)
        {
            var centred = walk.With([.. Legs.SelectMany(side => Centres.Select(c => new LabelledMarker(new MarkerName(side, c.Landmark), side.ToString()[..1] + c.Label)))]);
            foreach (var side in Legs)
            {
                foreach (var row in Rows)
                    Compare(walk, walk, side, row);
                Compare(walk, centred, side, Rows[0] with { What = "knee by the file's joint centres" });
            }
        }
    }

    // One laboratory may give the angles of two models.
    private static void Compare(RecordedWalk walk, RecordedWalk placed, BodySide side, Row row)
    {
        var times = walk.Clip.Tracks.FrameTimesSeconds;
        var strides = walk.Strides.Where(s => s.Side == side).ToArray();
        var ours = placed.Steps.Bouts.SelectMany(b => row.Angle(b.Bout, side).Select((value, i) => (Frame: b.Bout.FirstFrame + i, Value: value)))
            .Where(p => strides.Any(s => times[p.Frame] >= s.StartSeconds && times[p.Frame] < s.EndSeconds)).ToArray();
        foreach (var model in walk.File.Points.Where(p => p.Kind == PointKind.Angle && p.Label.StartsWith($"{side.ToString()[0]}{row.Joint}Angles", StringComparison.Ordinal)))
        {
            var less = row.Less is null ? null : walk.File.Points.First(p => p.Label == model.Label.Replace(row.Joint, row.Less, StringComparison.Ordinal));
            var pairs = ours.Select(p => (Ours: p.Value, Own: model.At(p.Frame)?.X - (less is null ? 0 : less.At(p.Frame)?.X)))
                .Where(p => p.Ours is not null && p.Own is not null).Select(p => (Ours: p.Ours!.Value, Own: p.Own!.Value)).ToArray();
            if (pairs.Length == 0)
                continue;

            double[] differences = [.. pairs.Select(p => p.Ours - p.Own)];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {walk.Name} | {side} | {row.What} | {model.Label}{(less is null ? "" : " - " + less.Label)} | {pairs.Length} | {pairs.Min(p => p.Ours):0} to {pairs.Max(p => p.Ours):0} "
                + $"| {pairs.Min(p => p.Own):0} to {pairs.Max(p => p.Own):0} | {differences.Mean():0.0} | {differences.PopulationStandardDeviation():0.0} | {Correlation.Pearson(pairs.Select(p => p.Ours), pairs.Select(p => p.Own)):0.000} |"));
        }
    }
}
