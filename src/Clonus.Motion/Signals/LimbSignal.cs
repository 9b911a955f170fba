using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Signals;

/// <summary>One limb's movement over the frames, before any filter.</summary>
/// <param name="Values">One entry a frame in <paramref name="Unit"/>, null where a marker that it needs was not seen. Angles are positive in dorsiflexion.</param>
/// <param name="BeatSign">Which extreme is a beat's peak: −1 the lowest (angles: plantarflexion), +1 the highest (displacement).</param>
/// <param name="SignKnown">False where the direction is a guess until an excursion is seen.</param>
/// <param name="ZeroKnown">True where the values count from the ankle's zero.</param>
public sealed record LimbSignal(
    BodySide Side,
    SignalKind Kind,
    SignalUnit Unit,
    ImmutableArray<double> TimesSeconds,
    ImmutableArray<double?> Values,
    int BeatSign,
    bool SignKnown,
    bool ZeroKnown)
{
    // A foot in its zero stands square to the shank.
    private const double SquareDegrees = 90;

    /// <summary>Error of a value as the markers' confidence states it, root mean square in <see cref="Unit"/>; null where it is not stated.</summary>
    public double? StatedErrorRms { get; init; }

    /// <summary>
    /// False where a movement of this signal is seen as one and its absence says nothing: a foot turns about its ankle, which may stay where it is.
    /// </summary>
    public bool TellsAbsence { get; init; } = true;

    /// <summary>When the leg was carried forward in a step; empty where it stays, and where nobody could tell.</summary>
    public ImmutableArray<TimeRange> Swings { get; init; } = [];

    /// <summary>The signal of one side by what markers there are; null when none of its chains is there.</summary>
    /// <param name="seen">As the camera saw them: angles between markers are the same however it moved.</param>
    /// <param name="steady">As a camera would have seen them that stands still: for directions and lengths.</param>
    public static LimbSignal? Measure(TrackSet seen, TrackSet steady, BodySide side, SignalSettings settings) => settings.Site switch
    {
        Site.Ankle => AnkleAngle(seen, steady, side, settings) ?? FootPitch(steady, side, settings) ?? LoneMarker(steady, side, settings, Landmark.Toe, Landmark.Heel, Landmark.Ankle),
        Site.Wrist => WristAngle(seen, side) ?? LoneMarker(steady, side, settings, Landmark.Hand, Landmark.Wrist),
        Site.Patella => Patella(steady, side, settings),
        Site.Point => LoneMarker(steady, side, settings, Landmark.Point),
        _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Site, "unknown site"),
    };

    /// <summary>The markers that a site needs, in words for an issue.</summary>
    public static string Needs(Site site) => site switch
    {
        Site.Ankle => "knee, ankle and toe or heel (or two of the foot; one alone gives a displacement)",
        Site.Wrist => "elbow, wrist and hand",
        Site.Patella => "patella and thigh, hip or knee",
        _ => "point",
    };

    // Knee–ankle–toe. The foot is rigid, so that heel–toe differs from ankle–toe by a constant: the heel gives the zero, and a hidden heel costs nothing.
    private static LimbSignal? AnkleAngle(TrackSet tracks, TrackSet steady, BodySide side, SignalSettings settings)
    {
        if (Samples(tracks, side, Landmark.Knee) is not { } knee
            || Samples(tracks, side, Landmark.Ankle) is not { } ankle
            || (Samples(tracks, side, Landmark.Toe) ?? Samples(tracks, side, Landmark.Heel)) is not { } far)
        {
            return null;
        }

        Func<SpacePoint, SpacePoint, double> angle = tracks.IsSpatial ? RoomAngle.Between : (from, to) => JointAngle.Turn(from.InPicture, to.InPicture);
        var turn = JointAngle.Unwrap(Enumerable.Range(0, tracks.FrameCount)
            .Select(i => Between(knee[i], ankle[i], far[i], (k, a, f) => angle(k - a, f - a))));

        // The heel of a foot without toes turns the same way, from the shank's other side. It knows no zero but a moment that the user names.
        var hasToe = Samples(tracks, side, Landmark.Toe) is not null;
        var facing = Median(turn) < 0 == hasToe ? -1 : 1;
        var heel = hasToe ? Samples(tracks, side, Landmark.Heel) : null;
        var zero = (hasToe ? settings.NeutralDegrees : null)
            ?? NeutralAt(settings.NeutralSeconds, tracks.FrameTimesSeconds, turn, facing)
            ?? (tracks.IsSpatial ? RoomHeelZero(heel, knee, ankle, far) : HeelZero(heel, ankle, far, facing));
        return new LimbSignal(
            side, SignalKind.AnkleAngle, SignalUnit.Deg, tracks.FrameTimesSeconds,
            [.. turn.Select(t => (zero ?? (hasToe ? SquareDegrees : -SquareDegrees)) - (facing * t))], BeatSign: -1, SignKnown: true, ZeroKnown: zero is not null)
        {
            StatedErrorRms = TrackingError.OfAngle(
                Track(tracks, side, Landmark.Knee), Track(tracks, side, Landmark.Ankle), Track(tracks, side, hasToe ? Landmark.Toe : Landmark.Heel)),
            Swings = SwingsOf(steady, Track(steady, side, Landmark.Ankle), LegSwings.Length(Track(steady, side, Landmark.Knee), Track(steady, side, Landmark.Ankle)), settings),
        };
    }

    private static ImmutableArray<TimeRange> SwingsOf(TrackSet steady, MarkerTrack travels, double? length, SignalSettings settings) =>
        length is { } shank ? LegSwings.Find(steady, travels, shank, settings) : [];

    // The knee–ankle–toe angle at which the heel–toe line stands square to the shank.
    private static double? HeelZero(ImmutableArray<MarkerSample?>? heel, ImmutableArray<MarkerSample?> ankle, ImmutableArray<MarkerSample?> toe, int facing)
    {
        if (heel is not { } h)
        {
            return null;
        }

        var offset = Enumerable.Range(0, ankle.Length)
            .Select(i => Between(h[i], ankle[i], toe[i], (he, an, to) => JointAngle.Turn((to - he).InPicture, (to - an).InPicture)))
            .ToArray();
        return offset.All(o => o is null) ? null : SquareDegrees + (facing * Median(offset));
    }

    // The same in space, where the malleolus lies beside the foot's own line and the two angles are in different planes.
    private static double? RoomHeelZero(
        ImmutableArray<MarkerSample?>? heel, ImmutableArray<MarkerSample?> knee, ImmutableArray<MarkerSample?> ankle, ImmutableArray<MarkerSample?> toe)
    {
        var offset = Enumerable.Range(0, ankle.Length).Select(i => heel is { } h && h[i] is { } seen
            ? Between(knee[i], ankle[i], toe[i], (k, a, t) => RoomAngle.Between(k - a, t - a) - RoomAngle.Between(k - a, t - seen.Position))
            : null).ToArray();
        return offset.All(o => o is null) ? null : SquareDegrees + Median(offset);
    }

    private static double? NeutralAt(double? neutralSeconds, ImmutableArray<double> times, double?[] turn, int facing)
    {
        if (neutralSeconds is not { } at)
        {
            return null;
        }

        if (at > times[^1])
        {
            throw new InputException(InputFault.Settings, FormattableString.Invariant($"--neutral {at:0.###}s lies after the clip's end at {times[^1]:0.###} s"));
        }

        return facing * Enumerable.Range(0, times.Length)
            .Where(i => turn[i] is not null)
            .OrderBy(i => Math.Abs(times[i] - at))
            .Select(i => turn[i])
            .FirstOrDefault();
    }

    // Without a knee the foot's own direction stands for the ankle; which way is up is not known.
    private static LimbSignal? FootPitch(TrackSet tracks, BodySide side, SignalSettings settings)
    {
        var front = Samples(tracks, side, Landmark.Toe) is null ? Landmark.Ankle : Landmark.Toe;
        var behind = front == Landmark.Toe && Samples(tracks, side, Landmark.Ankle) is not null ? Landmark.Ankle : Landmark.Heel;
        if (Samples(tracks, side, front) is not { } fore || Samples(tracks, side, behind) is not { } back)
        {
            return null;
        }

        var foot = Enumerable.Range(0, tracks.FrameCount).Select(i => back[i] is { } b && fore[i] is { } f ? f.Position - b.Position : (SpacePoint?)null);
        var pitch = tracks.IsSpatial
            ? RoomAngle.Swing(tracks.FrameTimesSeconds, foot, settings)
            : JointAngle.Unwrap(foot.Select(f => f is { } segment ? JointAngle.Direction(segment.InPicture) : (double?)null));
        var (a, b) = (Track(tracks, side, front), Track(tracks, side, behind));
        return new LimbSignal(side, SignalKind.FootPitch, SignalUnit.Deg, tracks.FrameTimesSeconds, [.. pitch], BeatSign: -1, SignKnown: false, ZeroKnown: false)
        {
            StatedErrorRms = TrackingError.OfDirection(a, b),
            Swings = SwingsOf(tracks, b, LegSwings.Length(a, b) / settings.FootOfShank, settings),
        };
    }

    // Flexion and extension lie on either side of a straight wrist, so that the picture alone does not tell them apart.
    private static LimbSignal? WristAngle(TrackSet tracks, BodySide side)
    {
        if (Samples(tracks, side, Landmark.Elbow) is not { } elbow
            || Samples(tracks, side, Landmark.Wrist) is not { } wrist
            || Samples(tracks, side, Landmark.Hand) is not { } hand)
        {
            return null;
        }

        var segments = Enumerable.Range(0, tracks.FrameCount)
            .Select(i => elbow[i] is { } e && wrist[i] is { } w && hand[i] is { } h ? (From: w.Position - e.Position, To: h.Position - w.Position) : ((SpacePoint From, SpacePoint To)?)null)
            .ToArray();
        var turn = JointAngle.Unwrap(tracks.IsSpatial
            ? RoomAngle.About(segments)
            : segments.Select(s => s is var (from, to) ? JointAngle.Turn(from.InPicture, to.InPicture) : (double?)null));
        return new LimbSignal(side, SignalKind.WristAngle, SignalUnit.Deg, tracks.FrameTimesSeconds, [.. turn], BeatSign: -1, SignKnown: false, ZeroKnown: false)
        {
            StatedErrorRms = TrackingError.OfAngle(Track(tracks, side, Landmark.Elbow), Track(tracks, side, Landmark.Wrist), Track(tracks, side, Landmark.Hand)),
        };
    }

    // Distance from the patella to a marker up the thigh, turned over so that proximal is positive; from the knee it is the other way round.
    private static LimbSignal? Patella(TrackSet tracks, BodySide side, SignalSettings settings)
    {
        if (Samples(tracks, side, Landmark.Patella) is not { } patella)
        {
            return null;
        }

        var thigh = Samples(tracks, side, Landmark.Thigh) ?? Samples(tracks, side, Landmark.Hip);
        if ((thigh ?? Samples(tracks, side, Landmark.Knee)) is not { } anchor)
        {
            return null;
        }

        var (scale, unit) = Length(tracks, settings);
        var away = thigh is null ? scale : -scale;
        return new LimbSignal(
            side, SignalKind.Displacement, unit, tracks.FrameTimesSeconds,
            [.. patella.Zip(anchor, (p, a) => p is { } x && a is { } y ? away * x.Position.DistanceTo(y.Position) : (double?)null)],
            BeatSign: 1, SignKnown: true, ZeroKnown: false);
    }

    private static LimbSignal? LoneMarker(TrackSet tracks, BodySide side, SignalSettings settings, params ReadOnlySpan<Landmark> landmarks)
    {
        foreach (var landmark in landmarks)
        {
            if (Samples(tracks, side, landmark) is not { } marker)
            {
                continue;
            }

            var positions = marker.Select(sample => sample?.Position).ToImmutableArray();
            var (scale, unit) = Length(tracks, settings);
            return new LimbSignal(
                side, SignalKind.Displacement, unit, tracks.FrameTimesSeconds,
                [.. MainAxis.Project(tracks.FrameTimesSeconds, positions, tracks.IsSpatial, settings).Select(v => v * scale)],
                BeatSign: 1, SignKnown: false, ZeroKnown: false)
            {
                StatedErrorRms = scale * TrackingError.OfPlace(Track(tracks, side, landmark)),
                TellsAbsence = landmark != Landmark.Ankle,
            };
        }

        return null;
    }

    private static (double Scale, SignalUnit Unit) Length(TrackSet tracks, SignalSettings settings) =>
        tracks.IsSpatial ? (1, SignalUnit.Mm)
        : settings.MillimetresPerPixel is { } scale ? (scale, SignalUnit.Mm) : (1, SignalUnit.Px);

    private static ImmutableArray<MarkerSample?>? Samples(TrackSet tracks, BodySide side, Landmark landmark)
    {
        var track = tracks.Find(side, landmark);
        return track is null || track.Samples.All(s => s is null) ? null : track.Samples;
    }

    private static MarkerTrack Track(TrackSet tracks, BodySide side, Landmark landmark) => tracks.Find(side, landmark)!;

    private static double? Between(
        MarkerSample? a, MarkerSample? b, MarkerSample? c, Func<SpacePoint, SpacePoint, SpacePoint, double> angle) =>
        a is { } x && b is { } y && c is { } z ? angle(x.Position, y.Position, z.Position) : null;

    private static double Median(IEnumerable<double?> values) =>
        MathNet.Numerics.Statistics.Statistics.Median(values.OfType<double>());
}
