using System.Numerics;
using Clonus.Motion.Tracks;

namespace Clonus.Scorecard.Identity;

/// <summary>Something flat in front of the camera at one instant.</summary>
internal abstract record Layer(Vector3 Tint)
{
    public abstract bool Covers(ImagePoint place);

    public abstract ImagePoint[] Outline();
}

/// <summary>A limb, an arm or a rod: two discs and what lies between their outer tangents.</summary>
internal sealed record Capsule(Vector3 Tint, ImagePoint A, double RadiusA, ImagePoint B, double RadiusB) : Layer(Tint)
{
    private const int ArcPoints = 12;

    public override bool Covers(ImagePoint place)
    {
        var axis = B - A;
        var along = Math.Clamp((((place.X - A.X) * axis.X) + ((place.Y - A.Y) * axis.Y)) / Math.Max((axis.X * axis.X) + (axis.Y * axis.Y), 1e-9), 0, 1);
        return place.DistanceTo(A + (axis * along)) < RadiusA + (along * (RadiusB - RadiusA));
    }

    public override ImagePoint[] Outline()
    {
        var axis = B - A;
        var direction = Math.Atan2(axis.Y, axis.X);
        return
        [
            .. Enumerable.Range(0, ArcPoints + 1).Select(i => On(A, RadiusA, direction + (Math.PI / 2) + (Math.PI * i / ArcPoints))),
            .. Enumerable.Range(0, ArcPoints + 1).Select(i => On(B, RadiusB, direction - (Math.PI / 2) + (Math.PI * i / ArcPoints))),
        ];
    }

    private static ImagePoint On(ImagePoint centre, double radius, double angle) =>
        centre + new ImagePoint(radius * Math.Cos(angle), radius * Math.Sin(angle));
}

/// <summary>A sticker, seen askew.</summary>
/// <param name="Marker">Which of the scene's markers it is.</param>
internal sealed record Spot(Vector3 Tint, int Marker, ImagePoint Centre, double RadiusPixels, double Flat, double Direction) : Layer(Tint)
{
    private const int OutlinePoints = 40;

    public override bool Covers(ImagePoint place)
    {
        var (dx, dy, cos, sin) = (place.X - Centre.X, place.Y - Centre.Y, Math.Cos(Direction), Math.Sin(Direction));
        var (along, across) = ((dx * cos) + (dy * sin), ((dy * cos) - (dx * sin)) / Flat);
        return (along * along) + (across * across) < RadiusPixels * RadiusPixels;
    }

    public override ImagePoint[] Outline() => [.. Enumerable.Range(0, OutlinePoints).Select(i => At(1, 2 * Math.PI * i / OutlinePoints))];

    /// <summary>Places spread evenly over its area.</summary>
    public IEnumerable<ImagePoint> Places(int count) =>
        Enumerable.Range(0, count).Select(i => At(Math.Sqrt((i + 0.5) / count), i * Math.PI * (3 - Math.Sqrt(5))));

    private ImagePoint At(double radius, double angle)
    {
        var (x, y) = (RadiusPixels * radius * Math.Cos(angle), RadiusPixels * Flat * radius * Math.Sin(angle));
        var (cos, sin) = (Math.Cos(Direction), Math.Sin(Direction));
        return Centre + new ImagePoint((x * cos) - (y * sin), (x * sin) + (y * cos));
    }
}

/// <summary>Where a marker truly was in one frame.</summary>
/// <param name="Centre">Mean over the exposure.</param>
/// <param name="Hidden">Share of it that was covered or outside of the picture, mean over the exposure.</param>
internal readonly record struct TruePlace(ImagePoint Centre, double Hidden)
{
    public bool IsVisible => Hidden <= 0.5;
}

/// <summary>A clip whose every instant is known.</summary>
/// <param name="Kind">What happens in it, for the table.</param>
/// <param name="At">What is in front of the camera at an instant, the farthest first.</param>
/// <param name="Light">Brightness at an instant, 1 as usual.</param>
internal sealed record LimbScene(
    string Kind, int Seed, int Width, int Height, double FrameRate, int FrameCount, double ShutterSeconds, double NoiseSigma, int MarkerCount, string Colour,
    Func<double, IReadOnlyList<Layer>> At, Func<double, double> Light)
{
    /// <summary>Instants of an exposure that are drawn and averaged.</summary>
    public const int Instants = 5;

    private const int PlacesInSpot = 60;

    public double TimeSeconds(int frame) => frame / FrameRate;

    public IEnumerable<double> InstantsOf(int frame) =>
        Enumerable.Range(0, Instants).Select(i => TimeSeconds(frame) + (ShutterSeconds * (((i + 0.5) / Instants) - 0.5)));

    public double DiameterPixels(int marker) => At(0).OfType<Spot>().Where(s => s.Marker == marker).Select(s => 2 * s.RadiusPixels * Math.Sqrt(s.Flat)).First();

    /// <summary>One entry a frame and marker.</summary>
    public TruePlace[][] Truth() => [.. Enumerable.Range(0, FrameCount).Select(TruthOf)];

    private TruePlace[] TruthOf(int frame)
    {
        var (sums, hidden) = (new ImagePoint[MarkerCount], new double[MarkerCount]);
        foreach (var instant in InstantsOf(frame))
        {
            var layers = At(instant);
            for (var i = 0; i < layers.Count; i++)
            {
                if (layers[i] is Spot spot)
                {
                    sums[spot.Marker] += spot.Centre;
                    hidden[spot.Marker] += spot.Places(PlacesInSpot).Count(place => IsOutside(place) || layers.Skip(i + 1).Any(layer => layer.Covers(place)));
                }
            }
        }

        return [.. sums.Zip(hidden, (sum, count) => new TruePlace(sum * (1.0 / Instants), count / (Instants * PlacesInSpot)))];
    }

    private bool IsOutside(ImagePoint place) => place.X < -0.5 || place.Y < -0.5 || place.X > Width - 0.5 || place.Y > Height - 0.5;
}
