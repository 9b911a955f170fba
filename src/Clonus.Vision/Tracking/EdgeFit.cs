using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>Sums over a sticker's memberships, about a place near its centre: enough for its area, centroid and form.</summary>
internal readonly record struct MembershipSums(ImagePoint Origin, double Area, double X, double Y, double Xx, double Yy, double Xy)
{
    public ImagePoint Centroid => Origin + new ImagePoint(X / Area, Y / Area);

    /// <summary>The same as a blob: pixels that are sticker in part count in part.</summary>
    public Blob ToBlob()
    {
        var (x, y) = (X / Area, Y / Area);
        return new Blob(Centroid, Area, (Xx / Area) - (x * x), (Yy / Area) - (y * y), (Xy / Area) - (x * y));
    }
}

/// <summary>
/// The form of a sticker as membership shows it: an ellipse whose rim is soft, more so along a smear of motion.
/// Half axes and softness (standard deviation of the rim) in pixels, along the longer axis and across it.
/// </summary>
internal readonly record struct SoftEllipse(double Long, double Short, double SoftLong, double SoftShort, double DirectionX, double DirectionY)
{
    /// <summary>Whether it was moving while the shutter was open, by a good part of its width.</summary>
    /// <param name="ratio">Least softness along, beyond that across, as a share of the half axis across.</param>
    public bool IsSmear(double ratio) => (SoftLong * SoftLong) - (SoftShort * SoftShort) > ratio * ratio * Short * Short;

    /// <summary>Even motion that would explain the softness along, and what is longer than a disc.</summary>
    public ImagePoint Motion =>
        new ImagePoint(DirectionX, DirectionY) * Math.Sqrt(12 * Math.Max((SoftLong * SoftLong) + (((Long * Long) - (Short * Short)) / 4), 0));

    /// <summary>
    /// Even motion that would explain by how much the second moments are wider than those of the sticker at rest: along which way and how far.
    /// </summary>
    public static ImagePoint MotionOf(Blob blob, Ellipse rest, double usualSoftness)
    {
        var (longest, shortest) = (rest.Long * rest.Long / 4, rest.Short * rest.Short / 4);
        var (dx, dy) = (rest.DirectionX, rest.DirectionY);
        var soft = usualSoftness * usualSoftness;
        var excess = new Blob(
            blob.Centre, blob.AreaPixels,
            blob.VarianceX - (longest * dx * dx) - (shortest * dy * dy) - soft,
            blob.VarianceY - (longest * dy * dy) - (shortest * dx * dx) - soft,
            blob.Covariance - ((longest - shortest) * dx * dy));
        var (doubleLong, _, directionX, directionY) = excess.Axes();
        // Even motion over a length has the variance of its square over 12.
        return double.IsNaN(doubleLong) ? default : new ImagePoint(directionX, directionY) * (doubleLong * Math.Sqrt(3));
    }

    /// <summary>All of it, a smear's ends included: even motion spreads over the square root of 3 of its standard deviations.</summary>
    /// <param name="margin">Factor for what memberships that end at 0 and 1 hide of a smear.</param>
    public Ellipse Window(ImagePoint centre, double rim, double margin, double leastLong)
    {
        var end = Math.Sqrt(3 * Math.Max((SoftLong * SoftLong) - (SoftShort * SoftShort), 0));
        return new Ellipse(centre, Math.Max((margin * (Long + end)) + rim, leastLong), (margin * Short) + rim, DirectionX, DirectionY);
    }

    /// <summary>
    /// The ellipse that has the area and the second moments of the memberships: blur widens the moments and leaves the area alone. Across, the
    /// blur is taken for <paramref name="usualSoftness"/>, that of optics and halved chroma; what is left along is smear.
    /// </summary>
    public static SoftEllipse Of(Blob blob, double usualSoftness)
    {
        var (doubleLong, doubleShort, directionX, directionY) = blob.Axes();
        var (varianceLong, varianceShort) = (doubleLong * doubleLong / 4, doubleShort * doubleShort / 4);
        var softShort = Math.Min(usualSoftness, 0.5 * Math.Sqrt(varianceShort));
        var across = 2 * Math.Sqrt(varianceShort - (softShort * softShort));
        var along = Math.Max(blob.AreaPixels / (Math.PI * across), across);
        var softLong = Math.Max(Math.Sqrt(Math.Max(varianceLong - (along * along / 4), 0)), softShort);
        return new SoftEllipse(along, across, softLong, softShort, directionX, directionY);
    }
}

/// <summary>
/// The centre of a sticker by least squares: its soft ellipse is moved until its rim fits the memberships best (Gauss and Newton). Only the rim
/// knows where a sticker is; what is farther in or out adds noise and light that falls off, with a long lever.
/// </summary>
internal static class EdgeFit
{
    /// <summary>Null when the fit runs away from where it began.</summary>
    public static ImagePoint? Centre(PixelView picture, ImagePoint start, SoftEllipse form, ColourMixture mixture, StickerSettings settings)
    {
        var centre = start;
        for (var round = 0; round < settings.MaxCentreRounds; round++)
        {
            var move = Step(picture, centre, form, mixture, (float)settings.MembershipSlack);
            centre += move;
            if (!(centre.DistanceTo(start) < form.Short))
            {
                return null;
            }

            if (move.Length < settings.CentreSettledPixels)
            {
                break;
            }
        }

        return centre;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ImagePoint Step(PixelView picture, ImagePoint centre, SoftEllipse form, ColourMixture mixture, float slack)
    {
        // A cubic step from -1 to 1 has the variance 1/5.
        var (reachLong, reachShort) = (Math.Sqrt(5) * form.SoftLong, Math.Sqrt(5) * form.SoftShort);
        var outer = new Ellipse(centre, form.Long + reachLong, form.Short + reachShort, form.DirectionX, form.DirectionY);
        var (x0, y0, x1, y1) = outer.Bounds(picture);
        var (perLong, perShort) = (1 / (form.Long * form.Long), 1 / (form.Short * form.Short));
        var core = Math.Max(1 - (reachLong / form.Long), 0) * Math.Max(1 - (reachShort / form.Short), 0);
        var (nll, nls, nss, vl, vs) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var y = y0; y <= y1; y++)
        {
            var row = picture.Row(y);
            var dy = y - centre.Y;
            for (var x = x0; x <= x1; x++)
            {
                var dx = x - centre.X;
                var (u, v) = ((dx * form.DirectionX) + (dy * form.DirectionY), (dy * form.DirectionX) - (dx * form.DirectionY));
                var (gu, gv) = (u * perLong, v * perShort);
                var square = (u * gu) + (v * gv);
                if (square <= core)
                {
                    continue;
                }

                // Distance to the rim along its normal (gu, gv), to first order.
                var steepness = Math.Sqrt((gu * gu) + (gv * gv));
                var (nu, nv) = (gu / steepness, gv / steepness);
                var radius = Math.Sqrt(square);
                var reach = Math.Sqrt((reachLong * reachLong * nu * nu) + (reachShort * reachShort * nv * nv));
                var t = (1 - radius) * radius / (steepness * reach);
                if (t is <= -1 or >= 1)
                {
                    continue;
                }

                var share = Math.Clamp(mixture.Share(row.Slice(3 * x, 3), x, y), -slack, 1 + slack);
                var residual = share - (0.5 + (t * (0.75 - (0.25 * t * t))));
                var slope = 0.75 * (1 - (t * t)) / reach;
                var (su, sv) = (slope * nu, slope * nv);
                nll += su * su;
                nls += su * sv;
                nss += sv * sv;
                vl += su * residual;
                vs += sv * residual;
            }
        }

        var determinant = (nll * nss) - (nls * nls);
        if (!(determinant > 0))
        {
            return default;
        }

        var (along, across) = (((nss * vl) - (nls * vs)) / determinant, ((nll * vs) - (nls * vl)) / determinant);
        return new ImagePoint((along * form.DirectionX) - (across * form.DirectionY), (along * form.DirectionY) + (across * form.DirectionX));
    }
}
