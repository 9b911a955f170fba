using System.Collections.Immutable;
using System.Globalization;
using Clonus.Formats;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Scorecard.Walks;

/// <summary>The strides of recorded walks against what the files say of them.</summary>
internal static class RecordedStrides
{
    // The knee around a contact, and how far from the marks' own stride its next one is looked for.
    private const double AroundSeconds = 0.15;
    private const double StepSeconds = 0.001;

    // By the names that laboratories' programs give them; times in s, lengths in m.
    private static readonly Dictionary<string, Func<Stride, double?>> Measures = new()
    {
        ["Cadence"] = s => 120 / s.StrideSeconds,
        ["Walking Speed"] = s => s.StrideLengthMillimetres / 1000 / s.StrideSeconds,
        ["Stride Time"] = s => s.StrideSeconds,
        ["Step Time"] = s => s.StepSeconds,
        ["Opposite Foot Contact"] = s => 100 * (s.StrideSeconds - s.StepSeconds) / s.StrideSeconds,
        ["Foot Off"] = s => 100 * s.StanceRatio,
        ["Single Support"] = s => s.StanceSeconds - s.DoubleSupportSeconds,
        ["Double Support"] = s => s.DoubleSupportSeconds,
        ["Stride Length"] = s => s.StrideLengthMillimetres / 1000,
        ["Step Length"] = s => s.StepLengthMillimetres / 1000,
    };

    /// <summary>Each stride between two marks of a foot, and by when the laboratory's own knee has done the same again: marks that were set by hand are not always set at the same moment of the step.</summary>
    public static void WriteTimes(IEnumerable<RecordedWalk> walks)
    {
        Console.WriteLine("| file | leg | from s | marked stride ms | found ms | difference ms | the file's knee repeats after ms |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var all = new List<double>();
        foreach (var walk in walks)
        {
            var found = walk.Found(GaitEventKind.InitialContact);
            foreach (var leg in walk.Marks(GaitEventKind.InitialContact).GroupBy(m => m.Context).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var marks = leg.OrderBy(m => m.TimeSeconds).ToArray();
                foreach (var (from, to) in marks.Zip(marks.Skip(1)))
                {
                    var marked = to.TimeSeconds - from.TimeSeconds;
                    var difference = RecordedWalk.Error(to, found) - RecordedWalk.Error(from, found);
                    all.AddRange(difference is { } known ? [1000 * known] : []);
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {walk.Name} | {leg.Key} | {from.TimeSeconds:0.000} | {1000 * marked:0} | {1000 * (marked + difference):0} | {1000 * difference:+0;-0;0} | {1000 * Repeat(walk, leg.Key, from.TimeSeconds, marked):0} |"));
                }
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| all |  |  | {all.Count} strides |  | median size {all.Select(Math.Abs).Median():0} |  |"));
    }

    /// <summary>What the file's own program worked out of one stride: the first that is marked.</summary>
    public static void WriteParameters(IEnumerable<RecordedWalk> walks)
    {
        Console.WriteLine("| file | leg | measure | the file's | ours |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var walk in walks)
        {
            foreach (var (name, leg, unit, value) in Parameters(walk.Path))
            {
                var first = walk.Marks(GaitEventKind.InitialContact).Where(m => m.Context == leg).Select(m => (double?)m.TimeSeconds).Min();
                if (Measures.TryGetValue(name, out var measure) && walk.Strides.Where(s => s.Side.ToString() == leg).MinBy(s => Math.Abs(s.StartSeconds - (first ?? 0))) is { } stride)
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {walk.Name} | {leg} | {name} {unit} | {value:0.000} | {measure(stride):0.000} |"));
            }
        }
    }

    private static IEnumerable<(string Name, string Leg, string Unit, double Value)> Parameters(string path)
    {
        using var stream = File.OpenRead(path);
        var block = stream.ReadByte();
        var all = C3dParameters.Read(stream, path, block);
        var (names, legs, units, values) = (all.AllTexts("ANALYSIS:NAMES"), all.AllTexts("ANALYSIS:CONTEXTS"), all.AllTexts("ANALYSIS:UNITS"), all.AllNumbers("ANALYSIS:VALUES"));
        return Enumerable.Range(0, (int)(all.Number("ANALYSIS:USED") ?? 0)).Select(i => (names[i], legs[i], units[i], values[i]));
    }

    // The delay at which the angle's course around the contact is most like itself.
    private static double? Repeat(RecordedWalk walk, string leg, double from, double marked)
    {
        var knee = walk.File.Points.FirstOrDefault(p => p.Kind == PointKind.Angle && p.Label.StartsWith($"{leg[0]}KneeAngles", StringComparison.Ordinal));
        var times = walk.Clip.Tracks.FrameTimesSeconds;
        double[] around = [.. Enumerable.Range(0, times.Length).Select(i => times[i]).Where(t => Math.Abs(t - from) <= AroundSeconds)];
        double Unlike(double delay) => around.Select(t => At(t + delay) - At(t)).OfType<double>().ToArray() is { Length: var n } d && n == around.Length ? d.PopulationVariance() : double.PositiveInfinity;
        var best = Enumerable.Range(0, (int)(2 * AroundSeconds / StepSeconds)).Select(i => marked - AroundSeconds + (i * StepSeconds)).MinBy(Unlike);
        return double.IsFinite(Unlike(best)) ? best : null;

        double? At(double time)
        {
            var after = times.BinarySearch(time) is var i && i < 0 ? ~i : i;
            return knee is null || after == 0 || after >= times.Length ? null
                : knee.At(after - 1)?.X + ((knee.At(after)?.X - knee.At(after - 1)?.X) * ((time - times[after - 1]) / (times[after] - times[after - 1])));
        }
    }
}
