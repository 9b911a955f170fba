using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Camera;

/// <summary>
/// The camera's poses from all that was seen in the clip: which anchors are background shows only over time. Poses and places are found from one another by
/// turns (a small bundle adjustment), and what does not fit over the whole clip loses its say. A movement that the estimate's own error could be is none.
/// </summary>
internal static class CameraAdjustment
{
    /// <param name="online">The poses that were found while the frames went by: a start.</param>
    /// <param name="times">Of the frames, seconds.</param>
    /// <param name="agreementPixels">Distance from which a sighting loses its say.</param>
    public static CameraCourse Adjust(
        IEnumerable<Anchor> anchors, IReadOnlyList<CameraPose?> online, ImmutableArray<double> times, LimbRegion limb, (int Width, int Height) picture, double agreementPixels, CameraSettings settings)
    {
        var points = anchors.Where(a => a.Seen.Count >= settings.MinSightings && !IsLimb(a, limb, settings)).Select(a => new Point(a)).ToArray();
        var maxError = settings.MaxErrorRatio * Math.Min(picture.Width, picture.Height);
        var still = AtRest(points, online.Count, limb, picture, maxError, agreementPixels, settings);
        if (still.Length > 0 && MotionPixels(online, limb.Middle, picture) < settings.MinMotionPixels
            && still.Max(p => p.StrayInPicturePixels) < settings.MinMotionPixels / 2)
        {
            return AtRest(online.Count);
        }

        var frames = new Frames(points, online.Count);
        var poses = Filled(online);
        var estimates = new PoseEstimate?[online.Count];
        for (var round = 0; round < settings.AdjustmentRounds; round++)
        {
            FitPoses(frames, poses, estimates, agreementPixels, settings);
            Array.ForEach(points, point => point.Settle(poses));
            var usual = Math.Max(points.Select(point => point.StrayPixels).Order().ElementAtOrDefault(points.Length / 4), settings.PlaceErrorSamples * agreementPixels / settings.AgreementSamples);
            Array.ForEach(points, point => point.Judge(usual));
        }

        FitPoses(frames, poses, estimates, agreementPixels, settings);
        var background = points.Where(p => p.Trust >= settings.MinTrust).ToArray();
        if (still.Length > 0 && (still.Length > 2 * still.Intersect(background).Count() || !IsExplained(still, settings)))
        {
            // What moves together is one thing, the background another; or nothing moves but the estimate.
            return AtRest(online.Count);
        }

        var unknown = new CameraCourse([.. new CameraPose?[online.Count]]) { Strays = Strays(points, online.Count, settings.MaxUnknownStrayRatio * Math.Min(picture.Width, picture.Height)) };
        if (background.Length < settings.MinAnchors || Spread(background, picture) < settings.MinSpreadShare)
        {
            return unknown;
        }

        var apart = HalvesApart(background, poses, limb.Middle, agreementPixels, settings);
        var known = Enumerable.Range(0, online.Count)
            .Select(i => estimates[i] is { } e && Math.Max(e.ErrorAt(limb.Middle), apart[i]) <= maxError && IsSupported(frames.Of(i), e.Pose, agreementPixels, settings) ? e.Pose : (CameraPose?)null)
            .ToArray();
        if (known.Count(pose => pose is not null) < settings.MinKnownShare * known.Length
            || apart.Count(error => error > maxError) > settings.MaxDividedShare * apart.Length
            || TurnsTooFast(known, times, settings))
        {
            return unknown;
        }

        var error = estimates.Where((_, i) => known[i] is not null).Select(e => e!.ErrorAt(limb.Middle)).Order().ElementAt(known.Count(pose => pose is not null) / 2);
        return MotionPixels(known, limb.Middle, picture) < Math.Max(settings.MinMotionPixels, settings.MinMotionOverError * error)
            ? new CameraCourse([.. known.Select(pose => pose is null ? pose : CameraPose.Still)])
            : new CameraCourse([.. FromFirst(known)]);
    }

    private static CameraCourse AtRest(int frames) => new([.. Enumerable.Repeat<CameraPose?>(CameraPose.Still, frames)]);

    // A camera can hardly have moved more than those things that moved least; not the very least, about which it may have turned, and not along an edge.
    private static bool Strays(Point[] points, int frames, double mostPixels)
    {
        var least = points.Where(p => p.LastsThrough(frames) && p.Anchor.Precision.IsCorner).Select(p => p.StrayInPicturePixels).Order().ToArray();
        return points.Length > 0 && (least.Length == 0 || least[least.Length / 4] > mostPixels);
    }

    private static bool IsLimb(Anchor anchor, LimbRegion limb, CameraSettings settings) =>
        anchor.Seen.Count(s => limb.Holds(s.Frame, new ImagePoint(s.X, s.Y))) > settings.MaxLimbShare * anchor.Seen.Count;

    /// <summary>The points that stay where they are, whatever else moves; none when they are too few, or too close together, to be the background.</summary>
    private static Point[] AtRest(
        Point[] points, int frames, LimbRegion limb, (int Width, int Height) picture, double maxError, double agreementPixels, CameraSettings settings)
    {
        var still = points.Where(p => p.IsAtRest(frames, settings.StillSamples * agreementPixels / settings.AgreementSamples)).ToArray();
        var isBackground = still.Length >= settings.MinAnchors
            && still.Length >= settings.StillSupport * points.Length
            && Spread(still, picture) >= settings.MinSpreadShare
            && SimilarityFit.Fit([.. still.Select(p => p.AtPlace())], CameraPose.Still, CameraPose.Still, agreementPixels, settings) is { } fit
            && fit.ErrorAt(limb.Middle) <= maxError;
        return isBackground ? still : [];
    }

    // Where the camera was lost it is looked for where it was last known.
    private static CameraPose[] Filled(IReadOnlyList<CameraPose?> online)
    {
        var last = CameraPose.Still;
        return [.. online.Select(pose => last = pose ?? last)];
    }

    private static void FitPoses(Frames frames, CameraPose[] poses, PoseEstimate?[] estimates, double agreementPixels, CameraSettings settings)
    {
        for (var i = 0; i < poses.Length; i++)
        {
            estimates[i] = SimilarityFit.Fit(frames.Of(i), poses[i], i == 0 ? CameraPose.Still : poses[i - 1], agreementPixels, settings);
            poses[i] = estimates[i]?.Pose ?? poses[i];
        }
    }

    /// <summary>
    /// The error at a place as two halves of the background tell it, each on its own, one entry a frame: anchors that do not belong together, such as
    /// a leg's and a wall's, can agree on a wrong pose of which the fit's own error knows nothing.
    /// </summary>
    private static double[] HalvesApart(Point[] background, CameraPose[] poses, ImagePoint place, double agreementPixels, CameraSettings settings)
    {
        // Every other one from left to right, so that both halves reach across the picture.
        var halves = background.OrderBy(p => p.Place.X).Select((point, i) => (Point: point, Half: i % 2)).ToLookup(p => p.Half, p => p.Point);
        var (odd, even) = (new Frames([.. halves[1]], poses.Length), new Frames([.. halves[0]], poses.Length));
        return [.. poses.Select((pose, i) => At(odd, i) is { } a && At(even, i) is { } b ? a.DistanceTo(b) / 2 : double.PositiveInfinity)];

        ImagePoint? At(Frames half, int frame) => SimilarityFit.Fit(half.Of(frame), poses[frame], poses[frame], agreementPixels, settings)?.Pose.Apply(place);
    }

    // Whether it is the camera's motion that makes the points stray in the picture, and not noise or the first frame's bad compression.
    private static bool IsExplained(Point[] points, CameraSettings settings) =>
        Math.Sqrt(points.Sum(p => p.StrayPixels * p.StrayPixels)) < settings.ExplainedStrayShare * Math.Sqrt(points.Sum(p => p.StrayInPicturePixels * p.StrayInPicturePixels));

    private static bool IsSupported(Sighting[] sightings, CameraPose pose, double agreementPixels, CameraSettings settings)
    {
        var background = sightings.Where(s => s.Trust >= settings.MinTrust).ToArray();
        var agreeing = background.Count(s => SimilarityFit.Agreement(s, pose, agreementPixels) > settings.MinTrust);
        return agreeing >= settings.MinAnchors && agreeing >= settings.GoodSupport * background.Length;
    }

    /// <summary>Diagonal of the box about the points' first sightings, as a share of the picture's.</summary>
    private static double Spread(Point[] points, (int Width, int Height) picture)
    {
        var first = points.Select(p => p.Anchor.Seen[0]).ToArray();
        return first.Length == 0 ? 0 : new ImagePoint(first.Max(s => s.X) - first.Min(s => s.X), first.Max(s => s.Y) - first.Min(s => s.Y)).Length
            / new ImagePoint(picture.Width, picture.Height).Length;
    }

    // Within so short a time a hand turns a camera little, but a foot its own picture.
    private static bool TurnsTooFast(CameraPose?[] poses, ImmutableArray<double> times, CameraSettings settings)
    {
        const double Usual = 0.95;
        var turns = new List<double>();
        for (int i = 0, j = 0; i < poses.Length; i++)
        {
            while (times[i] - times[j] > settings.FastTurnSeconds)
            {
                j++;
            }

            if (poses[i] is { } now && poses[j] is { } then)
            {
                turns.Add(Math.Abs(double.RadiansToDegrees(now.RotationRadians - then.RotationRadians)));
            }
        }

        turns.Sort();
        return turns.Count > 0 && turns[(int)(Usual * (turns.Count - 1))] > settings.MaxFastTurnDegrees;
    }

    /// <summary>How far the picture moves at the limb or beside it, so that a turn about it counts, in either direction; without the most extreme frames.</summary>
    private static double MotionPixels(IEnumerable<CameraPose?> poses, ImagePoint limb, (int Width, int Height) picture)
    {
        const double Tail = 0.01;
        var aside = Math.Min(picture.Width, picture.Height) / 4.0;
        var known = poses.OfType<CameraPose>().ToArray();
        return new[] { limb, limb + new ImagePoint(aside, 0), limb + new ImagePoint(0, aside) }.Max(at => Math.Max(Range(at, p => p.X), Range(at, p => p.Y)));

        double Range(ImagePoint at, Func<ImagePoint, double> part)
        {
            var sorted = known.Select(pose => part(pose.Apply(at))).Order().ToArray();
            var cut = (int)(Tail * sorted.Length);
            return sorted[^(1 + cut)] - sorted[cut];
        }
    }

    // The first known frame's own pose carries an error as every other: taken as the origin it must be no movement.
    private static IEnumerable<CameraPose?> FromFirst(CameraPose?[] poses)
    {
        var first = poses.First(pose => pose is not null)!.Value;
        return poses.Select(pose => pose is { } p ? After(first, p) : (CameraPose?)null);
    }

    /// <summary>The pose that maps what the first pose shows to what the other shows.</summary>
    private static CameraPose After(CameraPose first, CameraPose pose)
    {
        var linear = new CameraPose(0, 0, pose.RotationRadians - first.RotationRadians, pose.Scale / first.Scale);
        var origin = linear.Apply(new ImagePoint(first.ShiftXPixels, first.ShiftYPixels));
        return linear with { ShiftXPixels = pose.ShiftXPixels - origin.X, ShiftYPixels = pose.ShiftYPixels - origin.Y };
    }

    /// <summary>An anchor with what the whole clip says of it.</summary>
    private sealed class Point(Anchor anchor)
    {
        public Anchor Anchor { get; } = anchor;

        public ImagePoint Place { get; private set; } = anchor.Place;

        public double Trust { get; private set; } = 1;

        /// <summary>How far it strays in the picture, whatever the camera does.</summary>
        public double StrayInPicturePixels { get; } = StrayInPicture(anchor);

        public Sighting AtPlace() => new(Place, Place, Anchor.Precision, Trust);

        /// <summary>How far it strays from its place, after the camera's motion is taken off.</summary>
        public double StrayPixels { get; private set; }

        public void Settle(CameraPose[] poses)
        {
            var places = Anchor.Seen.Select(s => poses[s.Frame].Undo(new ImagePoint(s.X, s.Y))).ToArray();
            Place = Middle(places);
            StrayPixels = Stray(Anchor, places, Place);
        }

        /// <param name="usualPixels">How far a point of the background strays.</param>
        public void Judge(double usualPixels)
        {
            const double Tolerance = 3;
            var stray = StrayPixels / (Tolerance * usualPixels);
            Trust = 1 / Math.Pow(1 + (stray * stray), 2);
        }

        public bool LastsThrough(int frames) => Anchor.Seen[^1].Frame - Anchor.Seen[0].Frame >= frames / 2;

        public bool IsAtRest(int frames, double tolerancePixels) => LastsThrough(frames) && StrayInPicturePixels <= tolerancePixels;

        private static double StrayInPicture(Anchor anchor)
        {
            var places = anchor.Seen.Select(s => new ImagePoint(s.X, s.Y)).ToArray();
            return Stray(anchor, places, Middle(places));
        }

        private static ImagePoint Middle(ImagePoint[] places) => new(Median(places.Select(p => p.X)), Median(places.Select(p => p.Y)));

        // Root mean square distance in the directions that the anchor tells, without the worst tenth: now and then something passes in front of it.
        private static double Stray(Anchor anchor, ImagePoint[] places, ImagePoint about)
        {
            const double Kept = 0.9;
            var squares = places.Select(p => anchor.Precision.SquaredError(p - about)).Order().ToArray();
            return Math.Sqrt(squares.Take(Math.Max((int)(Kept * squares.Length), 1)).Average());
        }

        private static double Median(IEnumerable<double> values) => MathNet.Numerics.Statistics.Statistics.Median(values);
    }

    /// <summary>The sightings turned round: by frame instead of by anchor.</summary>
    private sealed class Frames
    {
        private readonly List<(Point Point, ImagePoint Seen)>[] _seen;

        public Frames(Point[] points, int frames)
        {
            _seen = [.. Enumerable.Range(0, frames).Select(_ => new List<(Point, ImagePoint)>())];
            foreach (var point in points)
            {
                foreach (var (frame, x, y) in point.Anchor.Seen)
                {
                    _seen[frame].Add((point, new ImagePoint(x, y)));
                }
            }
        }

        public Sighting[] Of(int frame) => [.. _seen[frame].Select(s => new Sighting(s.Point.Place, s.Seen, s.Point.Anchor.Precision, s.Point.Trust))];
    }
}
