using System.Numerics;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Drawing;
using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard.Identity;

/// <summary>Clips in which equal stickers are easily mistaken for each other, or are hidden and come back: one for each seed, the kinds in turn.</summary>
internal static class IdentityScenes
{
    private static readonly string[] Kinds = ["walk", "feet cross", "near miss", "turn while hidden", "rod sweeps", "leaves and returns", "half covered", "clonus and hand"];
    private static readonly StickerColour[] Colours = [StickerColour.Green, StickerColour.Blue, StickerColour.Magenta, StickerColour.Orange, StickerColour.Yellow, StickerColour.Red];

    public static LimbScene Of(int seed)
    {
        var random = new Random(seed);
        var kind = Kinds[seed % Kinds.Length];
        var colour = Colours[random.Next(Colours.Length)];
        var tint = Light.Sticker(colour);
        var skin = Light.Skin((SkinTone)random.Next(6));
        double[] rates = [25, 30, 30, 50, 60];
        var rate = rates[random.Next(rates.Length)];
        var seconds = kind == "walk" ? 3 : 2.6;
        var radius = Between(3.2, 9);
        var stage = new Stage(random, tint, skin, radius, seconds);
        var (layers, markers) = kind switch
        {
            "walk" => Walk(stage),
            "feet cross" => FeetCross(stage, Between(0, 1.2)),
            "near miss" => FeetCross(stage, Between(1.2, 3)),
            "turn while hidden" => TurnWhileHidden(stage),
            "rod sweeps" => RodSweeps(stage),
            "leaves and returns" => LeavesAndReturns(stage),
            "half covered" => HalfCovered(stage),
            _ => ClonusAndHand(stage),
        };
        var (flicker, flickerHz) = (random.Next(4) == 0 ? Between(0.02, 0.12) : 0, Between(1, 10));
        return new LimbScene(
            kind, seed, Stage.Width, Stage.Height, rate, (int)(seconds * rate), Between(0.1, 0.6) / rate, Between(0.5, 3), markers,
            colour.ToString().ToLowerInvariant(), layers, t => 0.9 + (flicker * Math.Sin(2 * Math.PI * flickerHz * t)));

        double Between(double low, double high) => low + ((high - low) * random.NextDouble());
    }

    /// <summary>Two legs of five stickers each, seen from the side; the nearer one hides the other one as it passes.</summary>
    private static (Func<double, IReadOnlyList<Layer>>, int) Walk(Stage stage)
    {
        var (stride, cadence, heading) = (stage.Between(200, 300), stage.Between(0.7, 1.1), stage.Sign());
        var (thigh, shank, foot, phase) = (stage.Between(75, 95), stage.Between(75, 90), stage.Between(36, 48), stage.Between(0, 1));
        var start = (Stage.Width / 2) - (heading * stride * cadence * stage.Seconds / 2);
        var trousers = Light.Colour(stage.Random.Next(2) == 0 ? 0x3B4252 : 0x8A8378);
        return (t => [.. Leg(t, 0.5, 0, 5), .. Leg(t, 0, 8, 0)], 10);

        IEnumerable<Layer> Leg(double t, double lag, double lower, int firstMarker)
        {
            var angle = 2 * Math.PI * ((t * cadence) + phase + lag);
            var hip = new ImagePoint(start + (heading * stride * cadence * t), 95 + lower + (3 * Math.Cos(2 * angle)));
            var thighTurn = 0.42 * Math.Sin(angle);
            var fold = 0.12 + (0.95 * Math.Pow(Math.Max(Math.Sin(angle + 1.9 - Math.PI), 0), 2));
            var knee = hip + Down(thighTurn, thigh);
            var ankle = knee + Down(thighTurn - fold, shank);
            var pitch = thighTurn - fold + 1.45 + (0.3 * Math.Sin(angle + 0.7));
            var (heel, toe) = (ankle + Down(pitch - 2.2, 0.42 * foot), ankle + Down(pitch - 0.25, foot));
            return
            [
                new Capsule(trousers, hip, 30, knee, 22), new Capsule(stage.Skin, knee, 21, ankle, 13), new Capsule(stage.Skin, heel, 8, toe, 7),
                stage.Sticker(firstMarker, hip), stage.Sticker(firstMarker + 1, knee), stage.Sticker(firstMarker + 2, ankle),
                stage.Sticker(firstMarker + 3, heel), stage.Sticker(firstMarker + 4, toe),
            ];
        }

        ImagePoint Down(double turn, double length) => new(heading * length * Math.Sin(turn), length * Math.Cos(turn));
    }

    /// <summary>Two feet of three equal stickers pass each other; rows that lie closer than a diameter hide each other.</summary>
    private static (Func<double, IReadOnlyList<Layer>>, int) FeetCross(Stage stage, double rowDiameters)
    {
        var (speed, other) = (stage.Between(60, 420), stage.Between(-30, 200));
        var (meet, turn) = (stage.Between(0.35, 0.65) * stage.Seconds, stage.Between(-0.25, 0.25));
        var row = 2 * stage.Radius * rowDiameters;
        return (
            t => [.. Foot(stage, new ImagePoint(320 + (speed * (t - meet)), 170), turn, 0), .. Foot(stage, new ImagePoint(320 - (other * (t - meet)), 170 + row), -turn, 3)],
            6);
    }

    /// <summary>Two feet go behind a cloth; there they stop, turn round or go on, and come out again.</summary>
    private static (Func<double, IReadOnlyList<Layer>>, int) TurnWhileHidden(Stage stage)
    {
        var (speedA, speedB) = (stage.Between(110, 260), stage.Between(110, 260));
        var (turnsA, turnsB, gap) = (stage.Random.Next(3), stage.Random.Next(3), stage.Between(55, 110));
        var cloth = new Capsule(Light.Colour(0x6E7F73), new ImagePoint(320, -20), 48, new ImagePoint(320, 380), 48);
        return (
            t => [.. Foot(stage, new ImagePoint(Path(t, speedA, turnsA), 110), 0.1, 0), .. Foot(stage, new ImagePoint(640 - Path(t, speedB, turnsB), 110 + gap), -0.1, 3), cloth],
            6);

        // In, and then: on, back, or a rest and on.
        double Path(double t, double speed, int turns)
        {
            var arrives = 200 / speed;
            return 120 + (speed * (t < arrives ? t : turns switch { 0 => t, 1 => (2 * arrives) - t, _ => t < arrives + 0.5 ? arrives : t - 0.5 }));
        }
    }

    /// <summary>Two feet that swing a little while an arm sweeps over both, once or again and again.</summary>
    private static (Func<double, IReadOnlyList<Layer>>, int) RodSweeps(Stage stage)
    {
        var (beat, swing, sweeps, thick) = (stage.Between(0.5, 7), stage.Between(2, 22), stage.Between(0.25, 1.1), stage.Between(5, 30));
        var sleeve = Light.Colour(stage.Random.Next(2) == 0 ? 0x7C93A8 : 0x30353C);
        return (
            t =>
            {
                var turn = 2 * Math.PI * beat * t;
                var x = 320 + (330 * Math.Sin((2 * Math.PI * sweeps * t) - (Math.PI / 2)));
                return
                [
                    .. Foot(stage, new ImagePoint(240 + (swing * Math.Sin(turn)), 130), 0.3 * Math.Sin(turn) * swing / 22, 0),
                    .. Foot(stage, new ImagePoint(400 + (swing * Math.Sin(turn + 2)), 220), 0, 3),
                    new Capsule(sleeve, new ImagePoint(x, -40), thick, new ImagePoint(x + 60, 400), thick),
                ];
            },
            6);
    }

    /// <summary>A foot that leaves the picture through one side and comes back at another height.</summary>
    private static (Func<double, IReadOnlyList<Layer>>, int) LeavesAndReturns(Stage stage)
    {
        var (period, rise, far) = (stage.Between(1.4, 2.4), stage.Between(-60, 60), stage.Between(330, 420));
        return (
            t => [.. Foot(stage, new ImagePoint(320 + (far * Math.Sin(2 * Math.PI * t / period)), 150 + (rise * t)), 0.2, 0), .. Foot(stage, new ImagePoint(300, 290), -0.1, 3)],
            6);
    }

    /// <summary>A hand comes over one sticker, stays there with a part of it covered, and goes.</summary>
    private static (Func<double, IReadOnlyList<Layer>>, int) HalfCovered(Stage stage)
    {
        var (cover, from, sway, hertz) = (stage.Between(0.1, 1.1), stage.Between(0, 2 * Math.PI), stage.Between(0, 12), stage.Between(0.5, 3));
        var hand = Light.Skin((SkinTone)stage.Random.Next(6));
        return (
            t =>
            {
                var foot = new ImagePoint(300 + (sway * Math.Sin(2 * Math.PI * hertz * t)), 180);
                var size = 34;
                var arrives = Math.Clamp(Math.Min((t - 0.5) / 0.3, (stage.Seconds - 0.5 - t) / 0.3), 0, 1);
                // The hand's rim stands at the share of the diameter that is covered.
                var away = size + stage.Radius - (2 * stage.Radius * cover) + ((1 - arrives) * 120);
                var place = foot + new ImagePoint(away * Math.Cos(from), away * Math.Sin(from));
                var wrist = foot + new ImagePoint((away + 200) * Math.Cos(from), (away + 200) * Math.Sin(from));
                return [.. Foot(stage, foot, 0.1, 0), new Capsule(hand, place, size, wrist, size)];
            },
            3);
    }

    /// <summary>A foot that beats with large strokes, and a hand that passes over it.</summary>
    private static (Func<double, IReadOnlyList<Layer>>, int) ClonusAndHand(Stage stage)
    {
        var (beat, turn, passes, height) = (stage.Between(4, 8), stage.Between(0.06, 0.3), stage.Between(0.3, 0.8), stage.Between(100, 240));
        return (
            t =>
            {
                var ankle = new ImagePoint(300, 180);
                var x = 300 + (330 * Math.Cos(2 * Math.PI * passes * t));
                return
                [
                    new Capsule(stage.Skin, new ImagePoint(300, 20), 26, ankle, 16), stage.Sticker(3, new ImagePoint(300, 60)),
                    .. Foot(stage, ankle, t < 0.4 ? 0 : turn * Math.Sin(2 * Math.PI * beat * (t - 0.4)), 0, 2.2),
                    new Capsule(stage.Skin, new ImagePoint(x, height), 26, new ImagePoint(x - 40, 420), 24),
                ];
            },
            4);
    }

    /// <summary>Ankle, heel and toe on a foot that turns about its ankle.</summary>
    private static Layer[] Foot(Stage stage, ImagePoint ankle, double turn, int firstMarker, double size = 1.4)
    {
        ImagePoint At(double x, double y) => ankle + (new ImagePoint((x * Math.Cos(turn)) - (y * Math.Sin(turn)), (x * Math.Sin(turn)) + (y * Math.Cos(turn))) * size);
        var (heel, toe) = (At(-22, 10), At(40, 14));
        return
        [
            new Capsule(stage.Skin, heel, 14 + stage.Radius, toe, 9 + stage.Radius),
            stage.Sticker(firstMarker, At(0, -4)), stage.Sticker(firstMarker + 1, heel), stage.Sticker(firstMarker + 2, toe),
        ];
    }

    private sealed record Stage(Random Random, Vector3 Tint, Vector3 Skin, double Radius, double Seconds)
    {
        public const int Width = 640, Height = 360;

        private readonly double _flat = 0.6 + (0.4 * Random.NextDouble());
        private readonly double _direction = Math.PI * Random.NextDouble();

        public double Between(double low, double high) => low + ((high - low) * Random.NextDouble());

        public double Sign() => Random.Next(2) == 0 ? -1 : 1;

        public Spot Sticker(int marker, ImagePoint place) => new(Tint, marker, place, Radius, _flat, _direction);
    }
}
