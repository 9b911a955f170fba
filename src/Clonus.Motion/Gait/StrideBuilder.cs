using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>Contacts and foot-offs → strides. What is no stride of steady walking is kept with the rule that rejected it.</summary>
public static class StrideBuilder
{
    public const string Turn = "turn: the walking direction changes within it";
    public const string Standing = "standing: the foot rests much longer than in the other strides";
    public const string TooShort = "start, stop or shift: the foot goes less far than in the other strides";

    /// <summary>The strides of one leg over the clip, by time; lengths and all else are measured later.</summary>
    public static ImmutableArray<Stride> Build(ImmutableArray<WalkedBout> bouts, BodySide side, GaitSettings settings)
    {
        var strides = ImmutableArray.CreateBuilder<Stride>();
        double? before = null;
        foreach (var walked in bouts)
        {
            if (walked.Of(side) is not { Swings: { IsEmpty: false } swings })
            {
                continue;
            }

            if (before is { } last && swings[0] is { FootOff.TimeSeconds: var off, Contact.TimeSeconds: var contact })
            {
                strides.Add(new Stride(side, last, off, contact, Turn));
            }

            for (var i = 0; i + 1 < swings.Length; i++)
            {
                if (swings[i].Contact is { } start && swings[i + 1] is { FootOff: { } lifts, Contact: { } lands })
                {
                    strides.Add(new Stride(side, start.TimeSeconds, lifts.TimeSeconds, lands.TimeSeconds, null) { StrideLengthLegs = Length(walked, side, start.TimeSeconds, lands.TimeSeconds, settings) });
                }
            }

            before = swings[^1].Contact?.TimeSeconds;
        }

        return Judged(strides.ToImmutable(), settings);
    }

    // How far the foot went over the floor.
    private static double? Length(WalkedBout walked, BodySide side, double from, double to, GaitSettings settings)
    {
        foreach (var landmark in new[] { Landmark.Heel, Landmark.Ankle, Landmark.Toe })
        {
            if (walked.Bout.ShowsSagittal && walked.Bout.Of(side, landmark) is { } foot
                && PlaceAt.Time(walked.Bout, foot, from, settings) is { } start && PlaceAt.Time(walked.Bout, foot, to, settings) is { } end)
            {
                return end.X - start.X - (walked.Floor.X * (to - from));
            }
        }

        return null;
    }

    private static ImmutableArray<Stride> Judged(ImmutableArray<Stride> strides, GaitSettings settings)
    {
        var usual = strides.Where(s => s.Rejected is null).ToArray();
        if (usual.Length == 0)
        {
            return strides;
        }

        var stance = usual.Select(s => s.StanceSeconds).Median();
        var lengths = usual.Select(s => s.StrideLengthLegs).OfType<double>().ToArray();
        var length = lengths.Length == 0 ? (double?)null : lengths.Median();
        return [.. strides.Select(s => s.Rejected is not null ? s
            : s.StanceSeconds > settings.StandingStances * stance ? s with { Rejected = Standing }
            : s.StrideLengthLegs < settings.ShortStrides * length ? s with { Rejected = TooShort }
            : s)];
    }
}
