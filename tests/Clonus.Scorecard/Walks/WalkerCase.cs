using System.Collections.Immutable;
using System.Globalization;
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

/// <summary>
/// One simulated walker: who, how fast, which way, and what is not normal. Even seeds are normal walkers; each of the others has two patterns on one leg, as patients do,
/// of different joints or planes, and each of them as far from its limit as it happens to be: a quarter well below it, a quarter about it, half well beyond it.
/// </summary>
internal sealed record WalkerCase(long Seed, Seen Seen, int Fps)
{
    /// <summary>Seeds that limits may be tuned on, and seeds that judge.</summary>
    public const int FirstTuningSeed = 1;

    public const int FirstScoreSeed = 10001;

    private const double LeastSpeed = 0.3;
    private const double SpeedRange = 1.2;

    // Shares of the way from normal to the limit.
    private static readonly (double From, double To) WellBelow = (0, 0.8), AboutTheLimit = (0.8, 1.2), WellBeyond = (1.2, 2.2);
    private const double NoisePixels = 0.3;
    private const double NoiseMillimetres = 0.7;

    // Long enough for six strides of a slow walker, in place before the camera or through a laboratory.
    private const double Seconds = 11;

    private static readonly ImmutableArray<WalkPatternName> Names = [.. Enum.GetValues<WalkPatternName>()];

    /// <summary>None of a normal walker. Patterns that are half of the list apart do not ask the same joint for different things.</summary>
    public ImmutableArray<WalkPatternName> Patterns => Seed % 2 == 0 ? [] : [Named(Seed / 2), Named((Seed / 2) + (Names.Length / 2))];

    public WalkScript Script()
    {
        var random = new SeededRandom(Seed, "walker case");
        var speed = LeastSpeed + (SpeedRange * random.NextUnit());
        ImmutableArray<WalkPattern> patterns = [.. Patterns.Select(name => new WalkPattern(name, Severity(random)))];

        // Who steps to does not walk fast, and who walks fast puts the foot down too shortly for two beats of clonus.
        speed = Patterns.Contains(WalkPatternName.StepTo) ? Math.Min(speed, 0.3 + (speed / 4))
            : Patterns.Any(name => name is WalkPatternName.ClonusInStance or WalkPatternName.ClonusInSwing) ? Math.Min(speed, 0.3 + (speed / 2))
            : speed;
        var (affected, to, view) = (Either(random, BodySide.Left, BodySide.Right), Either(random, BodySide.Left, BodySide.Right), Either(random, WalkView.Front, WalkView.Back));
        return WalkScript.Of(new WalkScene
        {
            Seed = Seed,
            Motion = new WalkMotion
            {
                MetresPerSecond = speed,
                Treadmill = Seen != Seen.Room,
                Patterns = patterns,
                AffectedSide = affected,
            },
            Subject = Subject(to, view),
            Camera = new StretchCamera { WidthPixels = 1280, HeightPixels = 720, Rate = new FrameRate(Fps, 1), DurationSeconds = Seconds },
        });
    }

    public TrackSet Tracks(WalkScript script, WalkTruth truth) => Seen == Seen.Room
        ? WalkTracks.InRoom(script, new LabAxes(Seed % 3 == 0 ? LabUp.Y : LabUp.Z, Seed * 37 % 360), NoiseMillimetres, Seed)
        : WalkTracks.InPicture(truth, NoisePixels, Seed);

    /// <summary>Which walker it is, for a list.</summary>
    public string Words(WalkMotion motion) => string.Create(
        CultureInfo.InvariantCulture,
        $"seed {Seed}, {motion.MetresPerSecond:0.00} m/s, {string.Join(" and ", motion.Patterns.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name} {p.Severity:0.00}")).DefaultIfEmpty("normal"))} of the {motion.AffectedSide}");

    // All that the view shows, shoulders too.
    private WalkSubject Subject(BodySide to, WalkView view)
    {
        var subject = new WalkSubject { WalksTo = to, View = Seen == Seen.Front ? view : WalkView.Side };
        return subject with { Stickers = subject.Marked([BodySide.Left, BodySide.Right], WalkTracks.LateralLandmarks, (_, _) => StickerColour.Green) };
    }

    private static WalkPatternName Named(long number) => Names[(int)(number % Names.Length)];

    private static double Severity(SeededRandom random)
    {
        var (from, to) = random.NextUnit() switch { < 0.25 => WellBelow, < 0.5 => AboutTheLimit, _ => WellBeyond };
        return from + ((to - from) * random.NextUnit());
    }

    private static T Either<T>(SeededRandom random, T one, T other) => random.NextUnit() < 0.5 ? one : other;
}
