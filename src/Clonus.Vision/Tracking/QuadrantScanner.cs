using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>Black-white quadrant targets: the places that <see cref="QuadrantSeeds"/> finds, measured by laying the pattern over them.</summary>
internal static class QuadrantScanner
{
    private const int DirectionsOfColour = 8;

    /// <summary>The targets of a whole picture, the clearest first.</summary>
    public static ImmutableArray<Sticker> Find(PixelView picture, StickerSettings settings, PatternSettings pattern)
    {
        var found = new List<Sticker>();
        // As for stickers, the smallest of a large picture span several pixels.
        var step = picture.Width * picture.Height <= settings.WholeResolutionPixels ? 1 : 2;
        foreach (var measure in FindAll(picture, new PixelBox(0, 0, picture.Width, picture.Height), step, settings, pattern))
        {
            var match = measure.Pattern!.Value;
            var radius = measure.LongDiameterPixels / 2;
            var shape = new Blob(measure.Centre, measure.AreaPixels, radius * radius / 4, radius * radius / 4, 0);
            var look = new StickerLook(measure.Core, measure.LumaWeight, measure.SideContrast, measure.AreaPixels) { Kind = MarkerKind.Quadrant, Pattern = match };
            found.Add(new Sticker(measure.Centre, shape, look, pattern.ClearAgreement.At(match.Agreement) * settings.GoodContrast.At(match.Contrast)));
        }

        return [.. found.OrderByDescending(s => s.Quality).Take(settings.MaxFound)];
    }

    /// <summary>The targets in a box of the picture, one of a known size surely among them.</summary>
    public static List<CentreMeasure> FindLike(PixelView picture, PixelBox box, double diameterPixels, StickerSettings settings, PatternSettings pattern) =>
        FindAll(picture, box, QuadrantSeeds.SearchStep(diameterPixels), settings, pattern);

    /// <param name="step">Pixels from sample to sample: a large target need not be searched for at every pixel.</param>
    private static List<CentreMeasure> FindAll(PixelView picture, PixelBox box, int step, StickerSettings settings, PatternSettings pattern)
    {
        var found = new List<CentreMeasure>();
        foreach (var seed in QuadrantSeeds.Find(picture, box, step, pattern))
        {
            var place = new ImagePoint(seed.X, seed.Y);
            // Where a quarter ends, at the rim, is something like a crossing too; but no target lies on another one, and the strongest come first.
            if (!found.Any(f => Overlap(f, place, 0, pattern))
                && Measure(picture, place, seed.RingPixels, settings, pattern) is { } measure
                && !found.Any(f => Overlap(f, measure.Centre, measure.LongDiameterPixels, pattern)))
            {
                found.Add(measure);
            }
        }

        return found;
    }

    private static bool Overlap(CentreMeasure target, ImagePoint place, double diameter, PatternSettings settings) =>
        target.Centre.DistanceTo(place) < (settings.OverlapRatio * 0.5 * (target.LongDiameterPixels + diameter)) + settings.RightPixels;

    /// <summary>A target that is known, laid over the picture again at another place; null when it is not there.</summary>
    public static CentreMeasure? Follow(PixelView picture, PatternMatch known, ImagePoint place, StickerSettings settings, PatternSettings pattern)
    {
        if (PatternFit.Settle(picture, CellPattern.Quadrants, known.Pose with { Centre = Best(picture, known.Pose, place, pattern) }, known.Blur, pattern) is not { } match
            || !IsTarget(match, pattern))
        {
            return null;
        }

        var (least, most) = Radii(picture, match, MostReach(settings));
        return Described(match, Math.Max(least, pattern.MinRadiusPixels), most);
    }

    /// <summary>
    /// Where around a place white less black quarters is most. The fit that follows finds its way over a fraction of the target only, and
    /// from farther off it may settle beside it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ImagePoint Best(PixelView picture, PlanePose pose, ImagePoint place, PatternSettings settings)
    {
        var radius = Math.Min(pose.U.Length, pose.V.Length);
        var (step, reach) = (Math.Max(1, (int)(radius / settings.SearchStepsAcross)), settings.SearchRatio * radius);
        var (best, most) = (place, double.MinValue);
        for (var shiftY = -reach; shiftY <= reach; shiftY += step)
        {
            for (var shiftX = -reach; shiftX <= reach; shiftX += step)
            {
                var (middle, sum) = (place + new ImagePoint(shiftX, shiftY), 0.0);
                for (var v = -1 + (1 / settings.SearchStepsAcross); v < 1; v += 2 / settings.SearchStepsAcross)
                {
                    for (var u = -1 + (1 / settings.SearchStepsAcross); u < 1; u += 2 / settings.SearchStepsAcross)
                    {
                        var at = middle + (pose.U * u) + (pose.V * v);
                        var (x, y) = ((int)Math.Round(at.X), (int)Math.Round(at.Y));
                        if ((u * u) + (v * v) <= 1 && x >= 0 && y >= 0 && x < picture.Width && y < picture.Height)
                        {
                            sum += u * v > 0 ? -picture[x, y].Luma : picture[x, y].Luma;
                        }
                    }
                }

                if (sum > most)
                {
                    (best, most) = (middle, sum);
                }
            }
        }

        return best;
    }

    private static CentreMeasure? Measure(PixelView picture, ImagePoint place, int ring, StickerSettings settings, PatternSettings pattern)
    {
        if (Direction(picture, place, ring, pattern) is not { } angle)
        {
            return null;
        }

        // First as large as the circle that found it, to get its lines right; then as large as it is.
        var (sin, cos) = Math.SinCos(angle);
        var pose = new PlanePose(place, new ImagePoint(cos, sin) * ring, new ImagePoint(-sin, cos) * ring, 0, 0);
        var blur = new EdgeBlur(pattern.FirstBlurPixels, pattern.FirstBlurPixels, 0);
        var rough = pattern with { MaxUnsettledPixels = ring };
        if (PatternFit.Settle(picture, CellPattern.Quadrants, pose, blur, rough) is not { } first || !IsTarget(first, pattern)
            || Math.Min(first.Blur.U, first.Blur.V) > Math.Max(pattern.SharpPixels, pattern.SharpRatio * ring))
        {
            return null;
        }

        var (least, most) = Radii(picture, first, MostReach(settings));
        least = Math.Max(least, pattern.MinRadiusPixels);
        return 2 * most >= settings.MinDiameterPixels && 2 * least <= settings.MaxDiameterPixels
            && PatternFit.Settle(picture, CellPattern.Quadrants, Scaled(first.Pose, least), first.Blur, pattern) is { } match && IsTarget(match, pattern)
            ? Described(match, least, most)
            : null;
    }

    // The corners of a square lie farther out than its sides.
    private static double MostReach(StickerSettings settings) => 0.75 * settings.MaxDiameterPixels;

    // How long the lines are does not show in where they cross; so it is set, not fitted.
    private static PlanePose Scaled(PlanePose pose, double radius) =>
        pose with { U = pose.U * (radius / pose.U.Length), V = pose.V * (radius / pose.V.Length), TiltU = 0, TiltV = 0 };

    private static bool IsTarget(PatternMatch match, PatternSettings settings)
    {
        var (u, v) = (match.Pose.U, match.Pose.V);
        return match.Agreement >= settings.MinAgreement && match.Contrast >= settings.MinContrast
            && Math.Abs((u.X * v.Y) - (u.Y * v.X)) >= settings.MinCrossing * u.Length * v.Length;
    }

    private static CentreMeasure Described(PatternMatch match, double least, double most) =>
        new(match.Pose.Centre, Math.PI * least * most, new Colour(match.Grey, 0, 0), 0, (float)match.Contrast, 0, 1)
        {
            LongDiameterPixels = 2 * most,
            SideLumas = (match.Grey, match.Grey),
            Pattern = match with { Pose = Scaled(match.Pose, least) },
        };

    /// <summary>
    /// Direction of the edge that comes after a white quarter, clockwise as the picture is seen, by the second harmonic of the levels about
    /// the place; null where that harmonic is not the most of what changes there, as at edges and corners.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double? Direction(PixelView picture, ImagePoint place, int ring, PatternSettings settings)
    {
        var (middleX, middleY) = ((int)place.X, (int)place.Y);
        if (middleX < ring || middleY < ring || middleX + ring >= picture.Width || middleY + ring >= picture.Height)
        {
            return null;
        }

        var (real, imaginary, sum, squares, count) = (0.0, 0.0, 0.0, 0.0, 0);
        for (var y = -ring; y <= ring; y++)
        {
            for (var x = -ring; x <= ring; x++)
            {
                var distance = (x * x) + (y * y);
                if (distance > 0 && distance <= ring * ring)
                {
                    double luma = picture[middleX + x, middleY + y].Luma;
                    real += luma * ((x * x) - (y * y)) / distance;
                    imaginary += luma * 2 * x * y / distance;
                    sum += luma;
                    squares += luma * luma;
                    count++;
                }
            }
        }

        var changes = squares - (sum * sum / count);
        return 2 * ((real * real) + (imaginary * imaginary)) >= settings.MinHarmonicShare * count * changes
            ? (Math.Atan2(imaginary, real) / 2) + (Math.PI / 4)
            : null;
    }

    /// <summary>How far the target reaches from its crossing, least and most over the directions: until the level inside of a quarter is left.</summary>
    private static (double Least, double Most) Radii(PixelView picture, PatternMatch match, double mostPixels)
    {
        Span<double> white = stackalloc double[DirectionsOfColour], black = stackalloc double[DirectionsOfColour];
        for (var i = 0; i < DirectionsOfColour; i++)
        {
            // In the middle half of each quarter, two quarters of a colour.
            var angle = ((i % 4 * 0.5 / 3) + 0.25 + (i < 4 ? 0 : 2)) * Math.PI / 2;
            black[i] = Reach(picture, match, angle, -0.5, mostPixels);
            white[i] = Reach(picture, match, angle + (Math.PI / 2), 0.5, mostPixels);
        }

        white.Sort();
        black.Sort();
        // One of the two colours may be that of the ground as well, and run on; and one ray in eight may meet noise.
        var own = white[DirectionsOfColour / 2] < black[DirectionsOfColour / 2] ? white : black;
        return (own[1], own[^2]);
    }

    /// <summary>How far a quarter reaches in one direction.</summary>
    private static double Reach(PixelView picture, PatternMatch match, double angle, double side, double most)
    {
        var (sin, cos) = Math.SinCos(angle);
        var direction = (match.Pose.U * (cos / match.Pose.U.Length)) + (match.Pose.V * (sin / match.Pose.V.Length));
        direction *= 1 / direction.Length;
        // Near the centre blur mixes the quarters; beyond that the level only grows purer until the quarter ends. Between pixels: the nearest one may lie
        // in the quarter beside.
        var (radius, purest) = (1.0, double.MinValue);
        for (; radius <= most; radius += 0.5)
        {
            if (StickerRim.At(picture, match.Pose.Centre, direction, radius) is not { } colour)
            {
                break;
            }

            var purity = (colour.Luma - match.Grey) * Math.Sign(side);
            purest = Math.Max(purest, purity);
            if (purest - purity > 0.3 * match.Contrast)
            {
                break;
            }
        }

        return radius;
    }
}
