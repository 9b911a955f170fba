using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;
using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Gait;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;
using OpenCvSharp;

namespace Clonus.Vision.Drawing;

/// <summary>One side's signal beneath the picture: what has passed in colour, what is to come in grey, the count up to now, and in a walk a bar for as long as the foot stands.</summary>
internal sealed class OverlayCurve
{
    private const int NumberRows = 3;

    private static readonly Scalar Ground = Scalar.FromRgb(24, 26, 30);
    private static readonly Scalar Grid = Scalar.FromRgb(60, 64, 70);
    private static readonly Scalar EpisodeShade = Scalar.FromRgb(30, 58, 84);
    private static readonly Scalar Text = Scalar.FromRgb(235, 235, 235);
    private static readonly Scalar Passed = Scalar.FromRgb(90, 190, 255);
    private static readonly Scalar ToCome = Scalar.FromRgb(110, 114, 120);
    private static readonly Scalar BeatMark = Scalar.FromRgb(255, 90, 80);
    private static readonly Scalar TriggerMark = Scalar.FromRgb(80, 220, 110);
    private static readonly Scalar StanceBar = Scalar.FromRgb(240, 190, 70);
    private static readonly Scalar Cursor = Scalar.FromRgb(255, 255, 255);

    private readonly SideFindings _side;
    private readonly Rect _place;
    private readonly Lettering _letters;
    private readonly PlotArea _whole;
    private readonly double _span;
    private readonly ImmutableArray<(Beat Beat, int Number)> _beats;
    private readonly ImmutableArray<TimeRange> _stances;
    private readonly string _title;

    /// <param name="events">Of this side's foot, by time.</param>
    /// <param name="place">Where on the canvas.</param>
    /// <param name="endSeconds">Of the clip, real time.</param>
    public OverlayCurve(SideFindings side, ImmutableArray<GaitEvent> events, Rect place, Lettering letters, double startSeconds, double endSeconds, OverlaySettings settings)
    {
        (_side, _place, _letters) = (side, place, letters);
        var line = letters.LineHeight;
        var plot = new Rect { X = place.X + (line * 2), Y = place.Y + line, Width = place.Width - (line * 5 / 2), Height = place.Height - (line * 9 / 4) };
        var values = side.Samples.Select(s => s.Value).OfType<double>().DefaultIfEmpty(0).ToArray();
        var (low, high) = (values.Min(), values.Max());
        (low, high) = high > low ? (low, high) : (low - 1, high + 1);

        // The numbers of the beats stand below the curve, which turns down for a beat.
        var room = (high - low) * NumberRows * line * 0.6 / Math.Max(plot.Height - (NumberRows * line * 0.6), 1);
        _whole = new PlotArea(plot, startSeconds, Math.Max(endSeconds, startSeconds + 1e-3), low - room, high + ((high - low) * 0.05));
        _span = Math.Min(settings.CurveSeconds, _whole.EndSeconds - startSeconds);
        _beats = [.. side.Clonus.Beats.GroupBy(b => b.Episode).SelectMany(episode => episode.Select((beat, i) => (beat, i + 1)))];
        _stances = Stances(events, startSeconds, endSeconds);
        _title = (side.Side == BodySide.Unknown ? "" : side.Side.ToString().ToLowerInvariant() + " ") + side.Signal switch
        {
            { Kind: SignalKind.AnkleAngle } => "ankle, deg",
            { Kind: SignalKind.FootPitch } => "foot, deg",
            { Kind: SignalKind.WristAngle } => "wrist, deg",
            { } signal => "displacement, " + signal.Unit.ToString().ToLowerInvariant(),
            null => "no signal",
        };
    }

    public void Draw(Mat canvas, double nowSeconds)
    {
        Cv2.Rectangle(canvas, _place, Ground, -1);
        _letters.Draw(canvas, _title, _place.X + (_letters.LineHeight / 3), _place.Y + 2, Passed);
        var count = CountUntil(nowSeconds);
        _letters.Draw(canvas, count, _place.Right - _letters.Measure(count).Width - (_letters.LineHeight / 3), _place.Y + 2, Text);

        if (_side.Signal is null)
        {
            return;
        }

        // The cursor walks to the middle of the part that is shown; then the curve moves, until its end is there.
        var start = Math.Clamp(nowSeconds - (_span / 2), _whole.StartSeconds, _whole.EndSeconds - _span);
        var area = _whole with { StartSeconds = start, EndSeconds = start + _span };
        DrawEpisodes(canvas, area);
        DrawAxes(canvas, area);
        DrawSignal(canvas, area, nowSeconds);
        DrawStances(canvas, area, nowSeconds);
        DrawTriggers(canvas, area, nowSeconds);
        DrawBeats(canvas, area, nowSeconds);
        var x = (int)Math.Round(area.X(nowSeconds));
        Cv2.Line(canvas, new Point(x, area.Pixels.Y), new Point(x, area.Pixels.Bottom), Cursor);
    }

    private string CountUntil(double now)
    {
        if (_side.Clonus.BeatsTotal is null)
        {
            return "not assessable";
        }

        var passed = _beats.Where(b => b.Beat.TimeSeconds <= now).ToArray();
        var total = $"beats {passed.Length}";
        var episodes = _side.Clonus.Episodes;
        for (var i = 0; i < episodes.Length; i++)
        {
            if (episodes[i].StartSeconds <= now && now <= episodes[i].EndSeconds)
            {
                return $"{total}  (episode {i + 1}: {passed.Count(b => b.Beat.Episode == i)})";
            }
        }

        return total;
    }

    private void DrawEpisodes(Mat canvas, PlotArea area)
    {
        foreach (var episode in _side.Clonus.Episodes.Where(e => e.EndSeconds > area.StartSeconds && e.StartSeconds < area.EndSeconds))
        {
            var from = area.At(Math.Max(episode.StartSeconds, area.StartSeconds), area.High);
            var to = area.At(Math.Min(episode.EndSeconds, area.EndSeconds), area.Low);
            Cv2.Rectangle(canvas, from, to, EpisodeShade, -1);
        }
    }

    private void DrawAxes(Mat canvas, PlotArea area)
    {
        var small = Small;
        foreach (var value in PlotArea.Ticks(area.Low, area.High, 4))
        {
            var y = (int)Math.Round(area.Y(value));
            Cv2.Line(canvas, new Point(area.Pixels.X, y), new Point(area.Pixels.Right, y), Grid);
            var label = Number(value);
            var size = small.Measure(label);
            small.Draw(canvas, label, area.Pixels.X - size.Width - 3, y - (size.Height / 2), ToCome);
        }

        foreach (var seconds in PlotArea.Ticks(area.StartSeconds, area.EndSeconds, Math.Max(3, area.Pixels.Width / (5 * _letters.LineHeight))))
        {
            var x = (int)Math.Round(area.X(seconds));
            Cv2.Line(canvas, new Point(x, area.Pixels.Y), new Point(x, area.Pixels.Bottom), Grid);
            var label = Number(seconds) + " s";
            var left = x - (small.Measure(label).Width / 2);
            if (left >= _place.X && left + small.Measure(label).Width <= _place.Right)
            {
                small.Draw(canvas, label, left, area.Pixels.Bottom + 4, ToCome);
            }
        }
    }

    private void DrawSignal(Mat canvas, PlotArea area, double now)
    {
        var points = new List<Point>();
        var passed = false;
        foreach (var sample in _side.Samples)
        {
            if (sample.TimeSeconds < area.StartSeconds || sample.TimeSeconds > area.EndSeconds)
            {
                continue;
            }

            if (sample.Value is not { } value || sample.TimeSeconds <= now != passed)
            {
                Stroke(canvas, points, passed);
                points.Clear();
                passed = sample.TimeSeconds <= now;
            }

            if (sample.Value is { } known)
            {
                points.Add(area.Fine(sample.TimeSeconds, known));
            }
        }

        Stroke(canvas, points, passed);
    }

    private void Stroke(Mat canvas, List<Point> points, bool passed) =>
        Cv2.Polylines(
            canvas, [points], isClosed: false, passed ? Passed : ToCome, passed ? Math.Max(1, _letters.LineHeight / 14) : 1, LineTypes.AntiAlias, PlotArea.Shift);

    // From each contact to the foot-off after it; at the clip's ends from and to these.
    private static ImmutableArray<TimeRange> Stances(ImmutableArray<GaitEvent> events, double startSeconds, double endSeconds)
    {
        var stances = ImmutableArray.CreateBuilder<TimeRange>();
        for (var i = 0; i <= events.Length; i++)
        {
            var (from, to) = (i == 0 ? null : events[i - 1], i == events.Length ? null : events[i]);
            if (from?.Kind != GaitEventKind.FootOff && to?.Kind != GaitEventKind.InitialContact && (from ?? to) is not null)
                stances.Add(new TimeRange(from?.TimeSeconds ?? startSeconds, to?.TimeSeconds ?? endSeconds));
        }

        return stances.ToImmutable();
    }

    private void DrawStances(Mat canvas, PlotArea area, double now)
    {
        var y = area.Pixels.Y + 2;
        foreach (var stance in _stances.Where(s => s.EndSeconds > area.StartSeconds && s.StartSeconds < area.EndSeconds))
        {
            Bar(Math.Max(stance.StartSeconds, area.StartSeconds), Math.Min(stance.EndSeconds, area.EndSeconds), ToCome);
            if (stance.StartSeconds < now)
                Bar(Math.Max(stance.StartSeconds, area.StartSeconds), Math.Min(stance.EndSeconds, now), StanceBar);
        }

        void Bar(double from, double to, Scalar colour) =>
            Cv2.Line(canvas, new Point((int)Math.Round(area.X(from)), y), new Point((int)Math.Round(area.X(to)), y), colour, 3);
    }

    private void DrawTriggers(Mat canvas, PlotArea area, double now)
    {
        foreach (var episode in _side.Clonus.Episodes)
        {
            if (episode is not { Trigger: not TriggerKind.None, TriggerSeconds: { } seconds } || seconds < area.StartSeconds || seconds > area.EndSeconds)
            {
                continue;
            }

            var x = (int)Math.Round(area.X(seconds));
            var colour = seconds <= now ? TriggerMark : ToCome;
            Cv2.Line(canvas, new Point(x, area.Pixels.Y), new Point(x, area.Pixels.Bottom), colour, 2);
            var label = episode.Trigger == TriggerKind.Stretch ? "stretch" : "contact";
            Small.Draw(canvas, label, x - Small.Measure(label).Width - 4, area.Pixels.Y + 2, colour);
        }
    }

    // A number stands in the first row in which it touches none before it.
    private void DrawBeats(Mat canvas, PlotArea area, double now)
    {
        var small = Small;
        var takenUpTo = Enumerable.Repeat(int.MinValue, NumberRows).ToArray();
        foreach (var (beat, number) in _beats.Where(b => b.Beat.TimeSeconds >= area.StartSeconds && b.Beat.TimeSeconds <= area.EndSeconds))
        {
            var x = (int)Math.Round(area.X(beat.TimeSeconds));
            var colour = beat.TimeSeconds <= now ? BeatMark : ToCome;
            Cv2.Line(canvas, new Point(x, area.Pixels.Bottom - 4), new Point(x, area.Pixels.Bottom), colour, 2);
            var label = number.ToString(CultureInfo.InvariantCulture);
            var size = small.Measure(label);
            var row = Array.FindIndex(takenUpTo, right => right < x - (size.Width / 2));
            if (row < 0)
            {
                continue;
            }

            takenUpTo[row] = x + (size.Width / 2) + 2;
            small.Draw(canvas, label, x - (size.Width / 2), area.Pixels.Bottom - 5 - ((row + 1) * (small.LineHeight * 2 / 3)), colour);
        }
    }

    private Lettering Small => new(_letters.LineHeight * 7 / 8);

    private static string Number(double value) => (Math.Round(value, 6) + 0.0).ToString(CultureInfo.InvariantCulture);
}
