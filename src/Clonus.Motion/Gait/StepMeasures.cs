using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>How far a foot is put down beside the other one, at a stride's end. It needs the sagittal plane and the same landmark on both feet.</summary>
public static class StepMeasures
{
    public static Stride Measure(Stride stride, WalkedBout walked, GaitSettings settings)
    {
        var bout = walked.Bout;
        if (!bout.ShowsSagittal)
        {
            return stride;
        }

        var step = Ahead(walked, stride.Side, Landmark.Heel, stride.EndSeconds, settings);
        var any = step ?? Ahead(walked, stride.Side, Landmark.Ankle, stride.EndSeconds, settings) ?? Ahead(walked, stride.Side, Landmark.Toe, stride.EndSeconds, settings);
        return stride with
        {
            StrideLengthMillimetres = stride.StrideLengthLegs * bout.LegMillimetres,
            StepLengthLegs = any,
            StepLengthMillimetres = any * bout.LegMillimetres,
            StepBeyondFeet = step / settings.FootLegs,
        };
    }

    // The other foot stands; where it is hidden at the very instant, where it was seen to stand is where it is.
    private static double? Ahead(WalkedBout walked, BodySide side, Landmark landmark, double time, GaitSettings settings)
    {
        var (bout, other) = (walked.Bout, side.Opposite);
        if (PlaceAt.Time(bout, bout.Of(side, landmark), time, settings) is not { } own || bout.Of(other, landmark) is not { } places || walked.Of(other) is not { } feet)
        {
            return null;
        }

        if (PlaceAt.Time(bout, places, time, settings) is { } seen)
        {
            return own.X - seen.X;
        }

        var stance = feet.Stances.FirstOrDefault(s => !(s.ContactSeconds > time) && !(s.FootOffSeconds < time));
        var standing = Enumerable.Range(0, bout.FrameCount)
            .Where(i => places[i] is not null && !(bout.TimesSeconds[i] < stance.ContactSeconds) && !(bout.TimesSeconds[i] > stance.FootOffSeconds))
            .OrderBy(i => Math.Abs(bout.TimesSeconds[i] - time))
            .FirstOrDefault(-1);
        return standing < 0 || Math.Abs(bout.TimesSeconds[standing] - time) > settings.StandsAsSeenSeconds ? null
            : own.X - places[standing]!.Value.X - (walked.Floor.X * (time - bout.TimesSeconds[standing]));
    }
}
