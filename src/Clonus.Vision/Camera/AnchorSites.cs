using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Camera;

/// <summary>Places that can be found again in a later picture, the best first, and how noisy the picture is.</summary>
/// <param name="NoiseEnergy">Squared slope of the grey levels, a sample, in the blankest parts of the picture.</param>
internal sealed record AnchorChoice(IReadOnlyList<ImagePoint> Places, double NoiseEnergy);

/// <summary>
/// Chooses points to follow, spread over the whole picture: corners first (Shi and Tomasi 1994), then edges, which tell the motion across
/// themselves and are often all that a clinic's wall and couch have. OpenCV's goodFeaturesToTrack knows corners only.
/// </summary>
internal static class AnchorSites
{
    // A tile's side in samples: about a patch's.
    private const int Tile = 6;

    // The blankest tenth of the tiles shows the noise.
    private const double BlankShare = 0.1;

    /// <param name="taken">Where there are anchors already; their fields of the grid are full by so many.</param>
    public static AnchorChoice Choose(PixelView picture, IReadOnlyList<ImagePoint> taken, CameraSettings settings)
    {
        var reduction = Reduction.To(settings.ChoiceSidePixels, Math.Min(picture.Width, picture.Height));
        var window = LumaWindow.Around(picture, default, Math.Max(picture.Width, picture.Height), reduction.Factor);
        var tiles = Measure(window);
        if (tiles.Count == 0)
        {
            return new AnchorChoice([], 0);
        }

        var noise = tiles.Select(tile => tile.Energy).Order().ElementAt((int)(BlankShare * tiles.Count));
        var least = Math.Max(settings.MinEnergy, settings.MinEnergyOverNoise * noise);
        var (width, height) = (picture.Width, picture.Height);
        var fields = new int[settings.GridColumns * settings.GridRows];
        foreach (var place in taken)
        {
            fields[Field(place)]++;
        }

        var chosen = new List<ImagePoint>();
        foreach (var tile in tiles.Where(tile => tile.Energy >= least).OrderByDescending(tile => Math.Min(tile.Low, tile.Energy / 2) + (settings.EdgeWorth * tile.Energy)))
        {
            var place = reduction.ToPicture(tile.Centre);
            if (taken.Count + chosen.Count == settings.MaxAnchors)
            {
                break;
            }

            var apart = 2.0 * Tile * reduction.Factor;
            if (fields[Field(place)] < settings.AnchorsPerField && taken.Concat(chosen).All(other => other.DistanceTo(place) >= apart))
            {
                chosen.Add(place);
                fields[Field(place)]++;
            }
        }

        return new AnchorChoice(chosen, noise);

        int Field(ImagePoint place) =>
            (Math.Clamp((int)(place.Y * settings.GridRows / height), 0, settings.GridRows - 1) * settings.GridColumns)
            + Math.Clamp((int)(place.X * settings.GridColumns / width), 0, settings.GridColumns - 1);
    }

    private static List<(ImagePoint Centre, double Energy, double Low)> Measure(LumaWindow window)
    {
        var tiles = new List<(ImagePoint, double, double)>();
        for (var top = Tile; top + (2 * Tile) < window.Height; top += Tile / 2)
        {
            for (var left = Tile; left + (2 * Tile) < window.Width; left += Tile / 2)
            {
                var (xx, xy, yy) = (0.0, 0.0, 0.0);
                var (sumX, sumY, sum) = (0.0, 0.0, 1e-9);
                for (var y = top; y < top + Tile; y++)
                {
                    for (var x = left; x < left + Tile; x++)
                    {
                        var (gx, gy) = ((window[x + 1, y] - window[x - 1, y]) / 2, (window[x, y + 1] - window[x, y - 1]) / 2);
                        xx += gx * gx;
                        xy += gx * gy;
                        yy += gy * gy;
                        var energy = (gx * gx) + (gy * gy);
                        sumX += x * energy;
                        sumY += y * energy;
                        sum += energy;
                    }
                }

                const double Samples = Tile * Tile;
                var half = (xx + yy) / 2;
                var low = half - Math.Sqrt(Math.Max((half * half) - ((xx * yy) - (xy * xy)), 0));
                tiles.Add((new ImagePoint(sumX / sum, sumY / sum), (xx + yy) / Samples, low / Samples));
            }
        }

        return tiles;
    }
}
