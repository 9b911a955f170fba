using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Signals;
using OpenCvSharp;

namespace Clonus.Vision.Drawing;

/// <summary>One side's signal with the line that stands above it. The font has ASCII letters only.</summary>
public sealed record SignalPanel(string Title, SideFindings Findings);

/// <summary>
/// A picture of the signal before the band-pass: beats numbered at their peaks, episodes shaded, the trigger marked,
/// rejected candidates as small grey crosses, holes left empty.
/// </summary>
public static class SignalPlot
{
    private const int PanelHeight = 460;
    private const int LeastWidth = 1600;
    private const int MostWidth = 8000;
    private const int LabelRows = 4;
    private const int LabelRowHeight = 14;
    private const double SmallText = 0.42;
    private const double LargeText = 0.62;
    private const HersheyFonts Font = HersheyFonts.HersheySimplex;

    private static readonly Scalar Paper = Scalar.FromRgb(255, 255, 255);
    private static readonly Scalar Ink = Scalar.FromRgb(40, 40, 40);
    private static readonly Scalar Grid = Scalar.FromRgb(230, 230, 230);
    private static readonly Scalar Hole = Scalar.FromRgb(225, 225, 225);
    private static readonly Scalar EpisodeShade = Scalar.FromRgb(222, 240, 255);
    private static readonly Scalar Line = Scalar.FromRgb(20, 90, 160);
    private static readonly Scalar BridgedLine = Scalar.FromRgb(240, 190, 120);
    private static readonly Scalar BeatMark = Scalar.FromRgb(210, 40, 40);
    private static readonly Scalar RejectedMark = Scalar.FromRgb(150, 150, 150);
    private static readonly Scalar TriggerMark = Scalar.FromRgb(30, 140, 60);

    /// <summary>Writes a PNG with one panel a side, one below the other.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, ImmutableArray<SignalPanel> panels)
    {
        var width = panels.Select(p => WidthFor(p.Findings)).DefaultIfEmpty(LeastWidth).Max();
        using var picture = new Mat(Math.Max(1, panels.Length) * PanelHeight, width, MatType.CV_8UC3, Paper);
        for (var i = 0; i < panels.Length; i++)
            Draw(picture, panels[i], new Rect { Y = i * PanelHeight, Width = width, Height = PanelHeight });
        if (!Cv2.ImWrite(path, picture))
            throw new IOException($"cannot write the picture {path}");
    }

    // Numbers stand in rows, so that each beat needs half a number's width, and two rows to spare.
    private static int WidthFor(SideFindings findings)
    {
        var times = findings.Clonus.Beats.Select(b => b.TimeSeconds).ToArray();
        if (times.Length < 2)
            return LeastWidth;

        var shortest = times.Zip(times.Skip(1), (a, b) => b - a).Where(d => d > 0).DefaultIfEmpty(1).Min();
        var duration = findings.Samples[^1].TimeSeconds - findings.Samples[0].TimeSeconds;
        return (int)Math.Clamp(duration / shortest * WidthOf("000", SmallText) / 2, LeastWidth, MostWidth);
    }

    private static void Draw(Mat picture, SignalPanel panel, Rect place)
    {
        Text(picture, panel.Title, place.X + 70, place.Y + 32, LargeText, Ink);
        var (signal, clonus, samples) = (panel.Findings.Signal, panel.Findings.Clonus, panel.Findings.Samples);
        var values = samples.Where(s => s.Value is not null).Select(s => s.Value!.Value).ToArray();
        if (signal is null || values.Length < 2)
        {
            Text(picture, "no signal", place.X + 70, place.Y + (place.Height / 2), LargeText, RejectedMark);
            return;
        }

        var area = AreaFor(place, samples, values);
        foreach (var episode in clonus.Episodes)
            Fill(picture, area, episode.StartSeconds, episode.EndSeconds, EpisodeShade);
        DrawHoles(picture, area, samples);
        DrawAxes(picture, area, AxisTitle(signal));
        DrawSignal(picture, area, samples);
        foreach (var episode in clonus.Episodes)
            DrawTrigger(picture, area, episode);
        foreach (var rejected in clonus.Rejected)
            DrawRejected(picture, area, rejected.TimeSeconds, ValueAt(samples, rejected.TimeSeconds));
        DrawBeats(picture, area, clonus.Beats, samples);
    }

    private static PlotArea AreaFor(Rect place, ImmutableArray<SignalSample> samples, double[] values)
    {
        var inner = new Rect { X = place.X + 70, Y = place.Y + 56, Width = place.Width - 100, Height = place.Height - 116 };
        var (low, high) = (values.Min(), values.Max());
        var span = Math.Max(high - low, double.Epsilon);

        // Room below and above the curve for the numbers.
        var room = span * (LabelRows * LabelRowHeight) / (inner.Height - (2.0 * LabelRows * LabelRowHeight));
        return high > low
            ? new PlotArea(inner, samples[0].TimeSeconds, samples[^1].TimeSeconds, low - room, high + room)
            : new PlotArea(inner, samples[0].TimeSeconds, samples[^1].TimeSeconds, low - 1, high + 1);
    }

    private static void DrawHoles(Mat picture, PlotArea area, ImmutableArray<SignalSample> samples)
    {
        foreach (var (start, end) in Runs(samples, s => s.Value is null))
            Fill(picture, area, samples[start].TimeSeconds, samples[end - 1].TimeSeconds, Hole);
    }

    private static void DrawAxes(Mat picture, PlotArea area, string title)
    {
        var (left, right, bottom) = (area.Pixels.X, area.Pixels.X + area.Pixels.Width, area.Pixels.Y + area.Pixels.Height);
        foreach (var value in PlotArea.Ticks(area.Low, area.High, 8))
        {
            var y = (int)Math.Round(area.Y(value));
            Cv2.Line(picture, new Point(left, y), new Point(right, y), Grid);
            var label = Number(value);
            Text(picture, label, left - 8 - WidthOf(label, SmallText), y + 4, SmallText, Ink);
        }

        foreach (var seconds in PlotArea.Ticks(area.StartSeconds, area.EndSeconds, Math.Max(4, area.Pixels.Width / 90)))
        {
            var x = (int)Math.Round(area.X(seconds));
            Cv2.Line(picture, new Point(x, bottom), new Point(x, bottom + 5), Ink);
            var label = Number(seconds);
            Text(picture, label, x - (WidthOf(label, SmallText) / 2), bottom + 20, SmallText, Ink);
        }

        Cv2.Rectangle(picture, area.Pixels, Ink);
        Text(picture, title, left, area.Pixels.Y - 6, SmallText, Ink);
        const string legend = "red: beats    orange: bridged    grey crosses: looked at, not counted    grey bands: not seen";
        Text(picture, legend, right - WidthOf(legend, SmallText), bottom + 40, SmallText, RejectedMark);
        Text(picture, "time, s", left + (area.Pixels.Width / 2) - 24, bottom + 40, SmallText, Ink);
    }

    private static void DrawSignal(Mat picture, PlotArea area, ImmutableArray<SignalSample> samples)
    {
        foreach (var (start, end) in Runs(samples, s => s.Value is not null))
        {
            var points = samples[start..end].Select(s => area.Fine(s.TimeSeconds, s.Value!.Value));
            Cv2.Polylines(picture, [points], isClosed: false, Line, 2, LineTypes.AntiAlias, PlotArea.Shift);
        }

        foreach (var (start, end) in Runs(samples, s => s.Bridged && s.Value is not null))
        {
            var points = samples[start..end].Select(s => area.Fine(s.TimeSeconds, s.Value!.Value));
            Cv2.Polylines(picture, [points], isClosed: false, BridgedLine, 2, LineTypes.AntiAlias, PlotArea.Shift);
        }
    }

    private static void DrawTrigger(Mat picture, PlotArea area, ClonusEpisode episode)
    {
        if (episode is not { TriggerSeconds: { } seconds, Trigger: not TriggerKind.None })
            return;

        var x = (int)Math.Round(area.X(seconds));
        Cv2.Line(picture, new Point(x, area.Pixels.Y), new Point(x, area.Pixels.Y + area.Pixels.Height), TriggerMark, 2);
        var label = episode.Trigger == TriggerKind.Stretch ? "stretch" : "foot contact";
        Text(picture, label, x - WidthOf(label, SmallText) - 6, area.Pixels.Y + 16, SmallText, TriggerMark);
    }

    private static void DrawRejected(Mat picture, PlotArea area, double seconds, double? value)
    {
        if (value is null)
            return;

        var at = area.At(seconds, value.Value);
        Cv2.Line(picture, new Point(at.X - 5, at.Y - 5), new Point(at.X + 5, at.Y + 5), RejectedMark, 2, LineTypes.AntiAlias);
        Cv2.Line(picture, new Point(at.X - 5, at.Y + 5), new Point(at.X + 5, at.Y - 5), RejectedMark, 2, LineTypes.AntiAlias);
    }

    // A number stands outside the curve, in the first row in which it touches none before it.
    private static void DrawBeats(Mat picture, PlotArea area, ImmutableArray<Beat> beats, ImmutableArray<SignalSample> samples)
    {
        var takenUpTo = Enumerable.Repeat(int.MinValue, LabelRows).ToArray();
        var inEpisode = new Dictionary<int, int>();
        foreach (var beat in beats)
        {
            var number = inEpisode[beat.Episode] = inEpisode.GetValueOrDefault(beat.Episode) + 1;
            if (ValueAt(samples, beat.TimeSeconds) is not { } value)
                continue;

            var at = area.At(beat.TimeSeconds, value);
            Cv2.Circle(picture, at, 4, BeatMark, -1, LineTypes.AntiAlias);
            var label = number.ToString(CultureInfo.InvariantCulture);
            var x = at.X - (WidthOf(label, SmallText) / 2);
            var row = Array.FindIndex(takenUpTo, right => right < x);
            if (row < 0)
                continue;

            takenUpTo[row] = x + WidthOf(label, SmallText) + 2;
            var below = ValueAt(samples, beat.StartSeconds) is not { } start || start > value;
            Text(picture, label, x, below ? at.Y + 18 + (row * LabelRowHeight) : at.Y - 8 - (row * LabelRowHeight), SmallText, BeatMark);
        }
    }

    private static string AxisTitle(SignalSummary signal)
    {
        var (quantity, up) = signal.Kind switch
        {
            SignalKind.AnkleAngle => ("ankle angle", "dorsiflexion"),
            SignalKind.FootPitch => ("foot pitch", "dorsiflexion"),
            SignalKind.WristAngle => ("wrist angle", "extension"),
            _ => ("displacement", null),
        };
        var unit = signal.Unit.ToString().ToLowerInvariant();
        return up is null || !signal.SignKnown ? $"{quantity}, {unit}" : $"{quantity}, {unit} (up is {up})";
    }

    // Of the first sample at or after the time; samples are in order of time.
    private static double? ValueAt(ImmutableArray<SignalSample> samples, double seconds)
    {
        var (low, high) = (0, samples.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = samples[middle].TimeSeconds < seconds ? (middle + 1, high) : (low, middle);
        }

        return low < samples.Length ? samples[low].Value : null;
    }

    private static IEnumerable<(int Start, int End)> Runs(ImmutableArray<SignalSample> samples, Func<SignalSample, bool> belongs)
    {
        for (var start = 0; start < samples.Length; start++)
        {
            var end = start;
            while (end < samples.Length && belongs(samples[end]))
                end++;
            if (end == start)
                continue;

            yield return (start, end);
            start = end;
        }
    }

    private static void Fill(Mat picture, PlotArea area, double start, double end, Scalar colour) =>
        Cv2.Rectangle(
            picture,
            new Point((int)Math.Round(area.X(start)), area.Pixels.Y),
            new Point((int)Math.Round(area.X(end)), area.Pixels.Y + area.Pixels.Height),
            colour,
            -1);

    private static void Text(Mat picture, string text, int x, int baseline, double scale, Scalar colour) =>
        Cv2.PutText(picture, text, new Point(x, baseline), Font, scale, colour, 1, LineTypes.AntiAlias);

    private static int WidthOf(string text, double scale) => Cv2.GetTextSize(text, Font, scale, 1, out _).Width;

    private static string Number(double value) => Math.Round(value, 6).ToString(CultureInfo.InvariantCulture);
}
