using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>
/// The second method: a foot comes down where it is furthest ahead of the pelvis and leaves where it is furthest behind (Zeni 2008). It needs neither speeds nor
/// a floor, and errs where a leg is put down beside or drawn back before contact.
/// </summary>
public static class ExtremeCheck
{
    /// <summary>The extreme nearest to an event; null without a hip, in a frontal picture, and where there is none near.</summary>
    public static double? Of(WalkBout bout, BodySide side, GaitEventKind kind, double eventSeconds, GaitSettings settings)
    {
        if (!bout.ShowsSagittal || Foot(bout, side, kind) is not { } foot || Pelvis(bout, side) is not { } hip)
        {
            return null;
        }

        var sign = kind == GaitEventKind.InitialContact ? 1 : -1;
        double? Ahead(int i) => i >= 0 && i < bout.FrameCount && foot[i] is { } place && hip[i] is { } pelvis ? sign * (place.X - pelvis.X) : null;
        var (from, to) = (bout.IndexAt(eventSeconds - settings.CheckWindowSeconds), bout.IndexAt(eventSeconds + settings.CheckWindowSeconds));
        (double Time, double Ahead)? best = null;
        for (var i = from; i < to; i++)
        {
            if (Ahead(i) is { } at && Ahead(i - 1) <= at && Ahead(i + 1) < at && !(best?.Ahead >= at))
                best = (bout.TimesSeconds[i], at);
        }

        return best?.Time;
    }

    // The heel comes down, the toes leave.
    private static ImmutableArray<SpacePoint?>? Foot(WalkBout bout, BodySide side, GaitEventKind kind) =>
        kind == GaitEventKind.InitialContact
            ? bout.Of(side, Landmark.Heel) ?? bout.Of(side, Landmark.Ankle) ?? bout.Of(side, Landmark.Toe)
            : bout.Of(side, Landmark.Toe) ?? bout.Of(side, Landmark.Ankle) ?? bout.Of(side, Landmark.Heel);

    // Of its own side, or of the other where that is not marked: both go at one pace.
    private static ImmutableArray<SpacePoint?>? Pelvis(WalkBout bout, BodySide side) =>
        bout.Of(side, Landmark.Hip) ?? bout.Of(side.Opposite, Landmark.Hip) ?? bout.Of(BodySide.Unknown, Landmark.Hip);
}
