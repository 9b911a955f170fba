using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;
using Clonus.Vision.Tracking;

namespace Clonus.Scorecard.Naming;

internal enum Scene
{
    StretchLying,
    StretchSitting,
    StretchStanding,
    WalkSide,
    WalkFront,
    WalkBack,
}

/// <summary>What is marked and what else is seen.</summary>
/// <param name="Legs">One or two.</param>
/// <param name="Extra">Marked besides the joints.</param>
/// <param name="ManyColours">Each landmark has a colour of its own.</param>
/// <param name="Clutter">Spots of the room, some of which move.</param>
internal sealed record NamingCondition(
    string Text, Scene Scene, int Legs, ImmutableArray<Landmark> Marked, ImmutableArray<Landmark> Extra, bool ManyColours, int Clutter, bool Treadmill = false, double ObliqueDegrees = 0)
{
    public override string ToString() => Text;
}

/// <summary>Tracks without names, and what each of them is: null for what is no joint, and for a shoulder that does not walk with its hip.</summary>
internal sealed record NamingCase(ImmutableArray<LimbCandidate> Candidates, ImmutableArray<MarkerName?> Truth)
{
    private const double Seconds = 6;
    private const double Fps = 30;
    private const double WidthPixels = 1280;
    private const double HeightPixels = 720;
    private const double StickerMetres = 0.022;

    public static NamingCase Of(NamingCondition condition, int seed)
    {
        var random = new Random(seed);
        double Between(double low, double high) => low + ((high - low) * random.NextDouble());
        var walking = condition.Scene is Scene.WalkSide or Scene.WalkFront or Scene.WalkBack;
        var stature = Between(1.2, 1.9);
        var body = walking ? Walker(condition, stature, Between) : Stretched(condition, stature, Between, random.Next(2));
        // The camera beside, before or behind the person; a walker who crosses the picture does so once.
        var facing = condition.Scene switch { Scene.WalkFront => 180.0, Scene.WalkBack => 0, _ => random.Next(2) == 0 ? 90 : -90 } + Between(-condition.ObliqueDegrees, condition.ObliqueDegrees);
        var near = facing > 0 ? BodySide.Right : BodySide.Left;
        var distance = (condition.Scene is Scene.WalkFront or Scene.WalkBack ? Between(5, 8) : walking && !condition.Treadmill ? Between(3.5, 5) : Between(2.2, 3.5)) * stature / 1.7;
        // A walker crosses the middle of the picture; the examiner has knee and foot in it.
        var centre = walking ? new Place3(0, 0, 0.3 * stature)
            : (body.Sticker(near, Landmark.Knee, 0, Placement.Lateral) + body.Sticker(near, Landmark.Toe, 0, Placement.Lateral)) * 0.5;
        var camera = new PinholeCamera(centre, facing, distance, Between(-0.2, 0.5), Between(1.1, 1.4) * WidthPixels * (walking ? 0.75 : 1), walking ? 0 : Between(-30, 30));
        var sides = condition.Legs == 2 ? new[] { BodySide.Left, BodySide.Right } : [condition.Scene is Scene.WalkFront or Scene.WalkBack ? (random.Next(2) == 0 ? BodySide.Left : BodySide.Right) : near];
        var placement = condition.Scene switch { Scene.WalkFront => Placement.Front, Scene.WalkBack => Placement.Back, _ => Placement.Lateral };
        var times = Enumerable.Range(0, (int)(Seconds * Fps)).Select(i => i / Fps).ToArray();
        var (candidates, truth) = (new List<LimbCandidate>(), new List<MarkerName?>());
        var colours = condition.Marked.Concat(condition.Extra).ToDictionary(l => l, _ => Vivid(random));
        var common = Vivid(random);
        var quality = Between(0.8, 0.97);
        foreach (var side in sides)
        {
            foreach (var landmark in condition.Marked.Concat(condition.Extra))
            {
                var track = times.Select(t => Seen(body, side, landmark, t, placement, camera, sides.Length == 2 && side != near && placement == Placement.Lateral ? near : null, random)).ToImmutableArray();
                if (track.Count(s => s is not null) >= 5)
                {
                    var size = StickerMetres * camera.PixelsPerMetre(body.Sticker(side, landmark, times[times.Length / 2], placement));
                    candidates.Add(new LimbCandidate(track, quality * Between(0.9, 1), size * Between(0.92, 1.08), Shaded(condition.ManyColours ? colours[landmark] : common, random)));
                    truth.Add(condition.Marked.Contains(landmark) || (landmark == Landmark.Shoulder && walking && condition.Marked.Contains(Landmark.Hip)) ? new MarkerName(side, landmark) : null);
                }
            }
        }

        for (var i = 0; i < condition.Clutter; i++)
        {
            candidates.Add(Clutter(times, i, body, camera, random));
            truth.Add(null);
        }

        var order = Enumerable.Range(0, candidates.Count).OrderBy(_ => random.Next()).ToArray();
        return new NamingCase([.. order.Select(i => candidates[i])], [.. order.Select(i => truth[i])]);
    }

    /// <summary>The tracks that a perfect tracker with an error of a third of a pixel would give of a walk.</summary>
    public static NamingCase Of(WalkScene scene)
    {
        var script = WalkScript.Of(scene);
        var tracks = ScriptedTracks.Of(WalkTruth.Of(script), 0.3, scene.Seed);
        var diameter = scene.Subject.StickerMillimetres * script.Staging.FocalPixels / script.Staging.NearestMillimetres;
        var seen = tracks.Markers.Where(m => m.Samples.Count(s => s is not null) >= 5).ToArray();
        return new NamingCase([.. seen.Select(m => new LimbCandidate(m.Samples, 0.95, diameter, Colour.FromBgr(60, 160, 50)))], [.. seen.Select(m => (MarkerName?)m.Name)]);
    }

    private static BodyMotion Walker(NamingCondition condition, double stature, Func<double, double, double> between)
    {
        var (cadence, start, vigour) = (between(0.7, 1.1), between(0, 1), between(0.7, 1.15));
        var speed = 0.75 * stature * vigour * cadence;
        var legs = (between(0.94, 1.06), between(0.94, 1.06), between(0.85, 1.15));
        return new BodyMotion(
            stature, legs,
            (side, t) => NormalGait.At((t * cadence) + start + (side == BodySide.Left ? 0 : 0.5), vigour),
            t => new Place3(
                condition.Treadmill ? 0.02 * Math.Sin(t) : speed * (t - (Seconds / 2)) + (condition.Scene == Scene.WalkSide ? 0 : condition.Scene == Scene.WalkBack ? speed * Seconds / 4 : -speed * Seconds / 4),
                0.015 * Math.Sin(2 * Math.PI * cadence * t), (0.52 * stature) + (0.012 * Math.Sin(4 * Math.PI * cadence * t))));
    }

    private static BodyMotion Stretched(NamingCondition condition, double stature, Func<double, double, double> between, int moving)
    {
        var (rest, stretch, start, beats, frequency, amplitude) = (between(-25, -5), between(15, 30), between(0.6, 2), between(0, 14), between(4, 7.5), between(3, 12));
        var (thigh, knee) = condition.Scene switch
        {
            Scene.StretchLying => (between(70, 95), between(0, 35)),
            Scene.StretchSitting => (between(75, 95), between(60, 95)),
            _ => (between(5, 25), between(5, 30)),
        };
        // Lying, the thigh points forward and the shank with it; the trunk is not drawn.
        var push = between(0, 3);
        double Ankle(double t) => t < start ? rest
            : rest + (stretch * Math.Min((t - start) / 0.12, 1)) - (t > start + 0.2 && (t - start - 0.2) * frequency < beats ? amplitude * 0.5 * (1 - Math.Cos(2 * Math.PI * frequency * (t - start - 0.2))) : 0);
        var movingSide = moving == 0 ? BodySide.Left : BodySide.Right;
        // The other leg rests elsewhere, so that neither hides the other all the time.
        var other = condition.Legs == 2 ? between(18, 38) : 0;
        return new BodyMotion(
            stature, (between(0.94, 1.06), between(0.94, 1.06), between(0.85, 1.15)),
            (side, t) => side == movingSide || condition.Legs == 1
                ? new LegAngles(thigh + (push * (Ankle(t) - rest) / stretch), knee + (push * (Ankle(t) - rest) / stretch), Ankle(t))
                : new LegAngles(thigh + other, knee + other + 8, rest - 4),
            _ => new Place3(0, 0, 0.6));
    }

    private static MarkerSample? Seen(BodyMotion body, BodySide side, Landmark landmark, double time, Placement placement, PinholeCamera camera, BodySide? behind, Random random)
    {
        var place = camera.ToPicture(body.Sticker(side, landmark, time, placement));
        var noise = new ImagePoint((random.NextDouble() - 0.5) * 0.5, (random.NextDouble() - 0.5) * 0.5);
        var inside = place.X > 8 && place.Y > 8 && place.X < WidthPixels - 8 && place.Y < HeightPixels - 8;
        return inside && (behind is not { } near || !Covered(body, near, time, camera, place)) ? new MarkerSample(place + noise, 0.95) : null;
    }

    /// <summary>Behind the nearer leg, a chain of thick sticks.</summary>
    private static bool Covered(BodyMotion body, BodySide near, double time, PinholeCamera camera, ImagePoint place)
    {
        ImagePoint At(Landmark landmark) => camera.ToPicture(body.Sticker(near, landmark, time, Placement.Lateral));
        var thick = camera.PixelsPerMetre(body.Sticker(near, Landmark.Knee, time, Placement.Lateral)) * body.Stature;
        return Near(place, At(Landmark.Hip), At(Landmark.Knee), 0.045 * thick) || Near(place, At(Landmark.Knee), At(Landmark.Ankle), 0.03 * thick) || Near(place, At(Landmark.Heel), At(Landmark.Toe), 0.02 * thick);
    }

    private static bool Near(ImagePoint p, ImagePoint a, ImagePoint b, double within)
    {
        var (d, q) = (b - a, p - a);
        var share = Math.Clamp(((q.X * d.X) + (q.Y * d.Y)) / ((d.X * d.X) + (d.Y * d.Y)), 0, 1);
        return (q - (d * share)).Length < within;
    }

    /// <summary>Spots of a room, some that move by themselves and some that go with the body.</summary>
    private static LimbCandidate Clutter(double[] times, int number, BodyMotion body, PinholeCamera camera, Random random)
    {
        var place = new ImagePoint(random.NextDouble() * WidthPixels, random.NextDouble() * HeightPixels);
        var kind = number % 4;
        var (reach, rate, phase) = (5 + (60 * random.NextDouble()), 0.3 + (2 * random.NextDouble()), 6 * random.NextDouble());
        var onTrunk = new Place3(0.1 * random.NextDouble(), 0.2 * (random.NextDouble() - 0.5), 0.1 + (0.5 * random.NextDouble()));
        var first = (int)(times.Length * 0.5 * random.NextDouble() * (number % 2));
        var last = times.Length - (int)(times.Length * 0.4 * random.NextDouble() * (number % 3 == 0 ? 1 : 0));
        return new LimbCandidate(
            [.. times.Select((t, i) => i < first || i >= last ? (MarkerSample?)null : new MarkerSample(
                (kind switch
                {
                    2 => place + new ImagePoint(reach * Math.Sin((rate * 6.28 * t) + phase), 0.6 * reach * Math.Sin((rate * 4.1 * t) + (2 * phase))),
                    3 => camera.ToPicture(body.Pelvis(t) + onTrunk),
                    _ => place,
                }) + new ImagePoint((random.NextDouble() - 0.5) * 0.6, (random.NextDouble() - 0.5) * 0.6), 0.8))],
            0.25 + (0.65 * random.NextDouble()), 5 + (25 * random.NextDouble()), number % 5 == 0 ? Vivid(random) : Shaded(Colour.FromBgr(random.Next(60, 200), random.Next(60, 200), random.Next(60, 200)), random));
    }

    private static Colour Vivid(Random random) => random.Next(6) switch
    {
        0 => Colour.FromBgr(50, 160, 40),
        1 => Colour.FromBgr(190, 70, 30),
        2 => Colour.FromBgr(40, 40, 200),
        3 => Colour.FromBgr(40, 200, 220),
        4 => Colour.FromBgr(170, 50, 180),
        _ => Colour.FromBgr(30, 120, 230),
    };

    private static Colour Shaded(Colour colour, Random random) =>
        (colour * (float)(0.85 + (0.3 * random.NextDouble()))) + new Colour(0, (float)(8 * (random.NextDouble() - 0.5)), (float)(8 * (random.NextDouble() - 0.5)));
}

/// <summary>A camera that looks at a place from a direction.</summary>
/// <param name="FacingDegrees">Where the person faces, as the camera sees it: 90 to the right of the picture, 180 towards the camera, 0 away from it.</param>
/// <param name="RollDegrees">The picture is turned by so much.</param>
internal sealed record PinholeCamera(Place3 Centre, double FacingDegrees, double DistanceMetres, double AboveMetres, double FocalPixels, double RollDegrees)
{
    public ImagePoint ToPicture(Place3 place)
    {
        var (right, up, away) = Axes(place - Centre);
        var (x, y) = (FocalPixels * right / away, -FocalPixels * up / away);
        var (cos, sin) = (Math.Cos(RollDegrees * Math.PI / 180), Math.Sin(RollDegrees * Math.PI / 180));
        return new ImagePoint(640 + (x * cos) - (y * sin), 360 + (x * sin) + (y * cos));
    }

    public double PixelsPerMetre(Place3 place) => FocalPixels / Axes(place - Centre).Away;

    private (double Right, double Up, double Away) Axes(Place3 d)
    {
        var (cos, sin) = (Math.Cos(FacingDegrees * Math.PI / 180), Math.Sin(FacingDegrees * Math.PI / 180));
        // Facing away the person's left is the picture's left.
        var (right, away) = ((d.Forward * sin) - (d.Left * cos), (d.Forward * cos) + (d.Left * sin));
        var tilt = Math.Atan2(AboveMetres, DistanceMetres);
        var depth = away + DistanceMetres;
        var height = d.Up - AboveMetres;
        return (right, (height * Math.Cos(tilt)) + (depth * Math.Sin(tilt)), (depth * Math.Cos(tilt)) - (height * Math.Sin(tilt)));
    }
}
