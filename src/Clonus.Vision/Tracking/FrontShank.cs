using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>
/// A knee above an ankle as seen from the front or from behind, in lengths of the shank: who comes nearer grows as one over his
/// distance, and his distance changes steadily.
/// </summary>
internal sealed class FrontShank
{
    private readonly LimbGeometry _geometry;
    private readonly double _distance;
    private readonly double _approach;
    private readonly int[] _moments;
    private readonly double[] _lift;

    private FrontShank(LimbGeometry geometry, int ankle, int[] moments, ImagePoint[] shank)
    {
        (_geometry, _moments) = (geometry, moments);
        var nearness = Array.ConvertAll(shank, s => 1 / s.Y);
        var (time, mean) = (moments.Average(), nearness.Average());
        var spread = moments.Sum(t => (t - time) * (t - time));
        _approach = spread > 0 ? moments.Zip(nearness, (t, n) => (t - time) * (n - mean)).Sum() / spread : 0;
        _distance = mean - (_approach * time);
        _lift = [.. moments.Zip(shank, (t, s) => s.Y * Distance(t))];
        (LiftSpread, SwaySpread) = (Deviation(_lift), Deviation([.. moments.Zip(shank, (t, s) => s.X * Distance(t))]));
        DegreesFromVertical = Math.Atan2(Math.Abs(shank.Average(s => s.X)), shank.Average(s => s.Y)) * 180 / Math.PI;
        Growth = Math.Log(Distance(moments[0]) / Distance(moments[^1]));
        Climb = ClimbOf(geometry.Places(ankle));
        Together = (double)moments.Length / geometry.Moments;
    }

    public double Together { get; }

    public double DegreesFromVertical { get; }

    /// <summary>Standard deviation of how far down the ankle is seen: it is lifted with each step.</summary>
    public double LiftSpread { get; }

    /// <summary>The same to the side.</summary>
    public double SwaySpread { get; }

    /// <summary>Logarithm of the last size over the first.</summary>
    public double Growth { get; }

    /// <summary>
    /// How fast the ankle climbs in the picture most of the time, in deviations of how fast it moves up and down. Most of the time a foot stands and
    /// goes back under the body: away from a camera that the person faces, which looks down at it, and towards one behind him.
    /// </summary>
    public double Climb { get; }

    /// <summary>Log of how much likelier the person faces the camera, as this ankle's climb tells.</summary>
    public double FacingByClimb(FrontPolicy policy) => policy.ClimbTells * (Math.Clamp(Climb, -0.5, 0.5) - policy.ClimbOfEither);

    /// <summary>Null when the ankle is not below the knee all the time, or the size makes no sense.</summary>
    public static FrontShank? Measure(LimbGeometry geometry, int knee, int ankle)
    {
        var moments = new List<int>();
        var offsets = new List<ImagePoint>();
        for (var i = 0; i < geometry.Moments; i++)
        {
            if (geometry.Places(knee)[i] is { } k && geometry.Places(ankle)[i] is { } a)
            {
                if (a.Y - k.Y < 1)
                {
                    return null;
                }

                moments.Add(i);
                offsets.Add(a - k);
            }
        }

        if (moments.Count < 3)
        {
            return null;
        }

        var shank = new FrontShank(geometry, ankle, [.. moments], [.. offsets]);
        return shank.Distance(moments[0]) > 0 && shank.Distance(moments[^1]) > 0 ? shank : null;
    }

    /// <summary>
    /// How the foot's marker hangs below the ankle while that is lifted: −1 lower each time, as a toe does, for the foot hangs down in swing;
    /// 1 higher, as a heel does. 0 when nothing is to be seen.
    /// </summary>
    public double DropWithLift(int ankle, int foot)
    {
        var drop = new List<double>();
        var lift = new List<double>();
        for (var i = 0; i < _moments.Length; i++)
        {
            if (_geometry.Places(ankle)[_moments[i]] is { } a && _geometry.Places(foot)[_moments[i]] is { } f)
            {
                drop.Add((f.Y - a.Y) * Distance(_moments[i]));
                lift.Add(_lift[i]);
            }
        }

        return Correlation([.. lift], [.. drop]);
    }

    /// <summary>−1 when the two ankles are lifted in turns, 1 when together.</summary>
    public double StepsWith(FrontShank other)
    {
        var others = other._moments.Zip(other._lift).ToDictionary(p => p.First, p => p.Second);
        var both = _moments.Zip(_lift).Where(p => others.ContainsKey(p.First)).ToArray();
        return Correlation([.. both.Select(p => p.Second)], [.. both.Select(p => others[p.First])]);
    }

    /// <summary>Offset from one track to another in lengths of this shank, mean over the clip; null when they are not seen together with it.</summary>
    public ImagePoint? Offset(int from, int to)
    {
        var (sum, count) = (default(ImagePoint), 0);
        foreach (var t in _moments)
        {
            if (_geometry.Places(from)[t] is { } a && _geometry.Places(to)[t] is { } b)
            {
                sum += (b - a) * Distance(t);
                count++;
            }
        }

        return count == 0 ? null : sum * (1.0 / count);
    }

    private static double ClimbOf(IReadOnlyList<ImagePoint?> places)
    {
        // Who comes nearer sinks in the picture, whether he stands or steps. The swift swing is seen less well than the stance, so that the mean step is no measure of that.
        var seen = places.Select((place, t) => (Place: place, Time: t)).Where(p => p.Place is not null).Select(p => (p.Time, p.Place!.Value.Y)).ToArray();
        var (time, height) = (seen.Average(p => p.Time), seen.Average(p => p.Y));
        var sinking = seen.Sum(p => (p.Time - time) * (p.Y - height)) / seen.Sum(p => (p.Time - time) * (p.Time - time));
        double[] climbs = [.. places.Zip(places.Skip(2)).Where(p => p is { First: not null, Second: not null })
            .Select(p => ((p.First!.Value.Y - p.Second!.Value.Y) / 2) + sinking).Order()];
        return climbs.Length > 0 && Math.Sqrt(climbs.Average(c => c * c)) is > 0 and var spread ? climbs[climbs.Length / 2] / spread : 0;
    }

    private double Distance(int moment) => _distance + (_approach * moment);

    private static double Correlation(double[] a, double[] b)
    {
        if (a.Length < 3)
        {
            return 0;
        }

        var (meanA, meanB) = (a.Average(), b.Average());
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }

        return aa > 0 && bb > 0 ? ab / Math.Sqrt(aa * bb) : 0;
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }
}
