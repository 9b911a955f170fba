using System.Collections.Immutable;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>
/// Contacts and foot-offs by the speed of the slowest part of the sole: initial contact is when the first part of the foot stops, foot-off when the last part is free.
/// It asks neither which part that is nor how the foot goes in between, so that it holds for heel, flat, toe and shuffling walkers (after the multi-condition method, JNER 2025,
/// and Ghoussayni 2004).
/// </summary>
public static class GaitEventDetector
{
    public static WalkedBout Detect(WalkBout bout, GaitSettings settings)
    {
        var floor = FootMotion.Floor(bout, settings);
        return new WalkedBout(
            bout, floor,
            [.. new[] { BodySide.Left, BodySide.Right }
                .Select(side => FootMotion.Of(bout, side, floor, settings)).OfType<FootMotion>()
                .Select(foot => Steps(bout, foot, settings))]);
    }

    private static FootSteps Steps(WalkBout bout, FootMotion foot, GaitSettings settings)
    {
        var swings = SwingFinder.Find(bout, foot, settings);
        swings = bout.ShowsSagittal ? swings : FrontalSwing.Timed(bout, foot, swings, settings);
        var frame = FrameTiming.MedianIntervalSeconds(bout.TimesSeconds) ?? 0;
        var events = ImmutableArray.CreateBuilder<GaitEvent>();
        foreach (var swing in swings)
        {
            if (swing.FootOff is { } off)
                events.Add(Event(GaitEventKind.FootOff, off, null));
            if (swing.Contact is { } contact)
                events.Add(Event(GaitEventKind.InitialContact, contact, FirstPart(swing, frame)));
        }

        return new FootSteps(foot.Side, swings, events.ToImmutable());

        // One end of the foot does not tell when the other one came down or left.
        bool IsHalfHidden(double time) => Math.Min(bout.IndexAt(time), bout.FrameCount - 1) is var i && foot is { Heel: { } heel, Toe: { } toe } && (heel[i] is null || toe[i] is null);

        GaitEvent Event(GaitEventKind kind, TimedCrossing at, ContactPart? part)
        {
            var own = !bout.ShowsSagittal ? settings.FrontalErrorSeconds : IsHalfHidden(at.TimeSeconds) ? settings.HalfHiddenErrorSeconds : settings.EventErrorSeconds;
            var check = ExtremeCheck.Of(bout, foot.Side, kind, at.TimeSeconds, settings);
            return new GaitEvent(
                foot.Side, kind, at.TimeSeconds, Math.Sqrt((at.UncertaintySeconds * at.UncertaintySeconds) + (own * own)), check,
                check is { } other ? Math.Abs(other - at.TimeSeconds) > settings.DisagreeSeconds + (3 * at.UncertaintySeconds) : null, part);
        }
    }

    // Both within a frame of each other is flat.
    private static ContactPart? FirstPart(FootSwing swing, double frameSeconds) => swing.HeelAfterToeSeconds is not { } later ? null
        : Math.Abs(later) < frameSeconds ? ContactPart.Flat
        : later > 0 ? ContactPart.Toe : ContactPart.Heel;
}
