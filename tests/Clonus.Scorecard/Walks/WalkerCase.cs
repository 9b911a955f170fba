using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Scorecard.Walks;

/// <summary>From where a walker is measured.</summary>
internal enum Seen
{
    /// <summary>Motion capture: all markers in a room.</summary>
    Room,

    /// <summary>A picture from the side, markers hidden where the legs cross.</summary>
    Side,

    /// <summary>A picture from the front or the back.</summary>
    Front,
}

/// <summary>One simulated walker: who, how fast, which way, and what is not normal. Even seeds are normal walkers.</summary>
internal sealed record WalkerCase(long Seed, Seen Seen, int Fps)
{
    /// <summary>Seeds that limits may be tuned on, and seeds that judge.</summary>
    public const int FirstTuningSeed = 1;

    public const int FirstScoreSeed = 10001;

    private const double LeastSpeed = 0.3;
    private const double SpeedRange = 1.2;
    private const double GreatestSeverity = 2.2;
    private const double NoisePixels = 0.3;
    private const double NoiseMillimetres = 0.7;

    // Long enough for six strides of a slow walker, in place before the camera or through a laboratory.
    private const double Seconds = 11;

    private static readonly ImmutableArray<WalkPatternName> Names = [.. Enum.GetValues<WalkPatternName>()];

    public WalkPatternName? Pattern => Seed % 2 == 0 ? null : Names[(int)(Seed / 2 % Names.Length)];

    public WalkScript Script()
    {
        var random = new SeededRandom(Seed, "walker case");
        var speed = LeastSpeed + (SpeedRange * random.NextUnit());
        var severity = GreatestSeverity * random.NextUnit();

        // Who steps to does not walk fast.
        speed = Pattern == WalkPatternName.StepTo ? Math.Min(speed, 0.3 + (speed / 4)) : speed;
        var (affected, to, view) = (Either(random, BodySide.Left, BodySide.Right), Either(random, BodySide.Left, BodySide.Right), Either(random, WalkView.Front, WalkView.Back));
        return WalkScript.Of(new WalkScene
        {
            Seed = Seed,
            Motion = new WalkMotion
            {
                MetresPerSecond = speed,
                Treadmill = Seen != Seen.Room,
                Patterns = Pattern is { } pattern ? [new WalkPattern(pattern, severity)] : [],
                AffectedSide = affected,
            },
            Subject = Subject(to, view),
            Camera = new StretchCamera { WidthPixels = 1280, HeightPixels = 720, Rate = new FrameRate(Fps, 1), DurationSeconds = Seconds },
        });
    }

    public TrackSet Tracks(WalkScript script, WalkTruth truth) => Seen == Seen.Room
        ? WalkTracks.InRoom(script, new LabAxes(Seed % 3 == 0 ? LabUp.Y : LabUp.Z, Seed * 37 % 360), NoiseMillimetres, Seed)
        : WalkTracks.InPicture(truth, NoisePixels, Seed);

    // All that the view shows, shoulders too.
    private WalkSubject Subject(BodySide to, WalkView view)
    {
        var subject = new WalkSubject { WalksTo = to, View = Seen == Seen.Front ? view : WalkView.Side };
        return subject with { Stickers = subject.Marked([BodySide.Left, BodySide.Right], WalkTracks.LateralLandmarks, (_, _) => StickerColour.Green) };
    }

    private static T Either<T>(SeededRandom random, T one, T other) => random.NextUnit() < 0.5 ? one : other;
}
