using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Camera;

/// <summary>
/// Follows the background while the frames go by: a few dozen points all over the picture, each compared with its first look, and the one similarity
/// on which most of them agree. What moves by itself, such as the leg or the examiner, loses its say. What holds for the clip as a whole is decided at its end.
/// </summary>
internal sealed class CameraMotion(CameraSettings settings)
{
    private readonly List<Anchor> _anchors = [];
    private readonly List<CameraPose?> _poses = [];
    private Reduction _fine;
    private Reduction _coarse;
    private int _width;
    private int _height;
    private double _nextChoiceSeconds;
    private int _quietFrames;
    private int _enough;

    private double AgreementPixels => settings.AgreementSamples * _fine.Factor;

    /// <summary>The pose in a frame so far, as the frames before it tell; null when it was not known.</summary>
    public CameraPose? PoseOfFrame(int frame) => _poses[frame];

    public void Advance(PixelView picture, double timeSeconds)
    {
        if (_poses.Count == 0)
        {
            (_width, _height) = (picture.Width, picture.Height);
            _fine = Reduction.To(settings.ReducedSidePixels, Math.Min(_width, _height));
            _coarse = Reduction.To(settings.CoarseCells, Math.Max(_width, _height));
            _poses.Add(CameraPose.Still);
        }
        else
        {
            _poses.Add(Follow(picture));
        }

        Renew(picture, timeSeconds);
    }

    /// <summary>The camera's motion as the whole clip tells it.</summary>
    /// <param name="times">Of the frames, seconds.</param>
    /// <param name="markers">What is not background.</param>
    public CameraCourse Finish(ImmutableArray<double> times, IEnumerable<MarkerTrack> markers) =>
        CameraAdjustment.Adjust(_anchors, _poses, times, LimbRegion.Of(markers, (_width, _height), settings), (_width, _height), AgreementPixels, settings);

    private CameraPose? Follow(PixelView picture)
    {
        var before = _poses.FindLast(pose => pose is not null)!.Value;
        var inView = InView(before);
        // A camera at rest is watched by a part of the anchors, by turns.
        var trusted = inView.FindAll(anchor => anchor.Trust >= settings.MinTrust);
        var turn = _quietFrames >= settings.QuietAfterFrames ? Math.Clamp(trusted.Count / settings.QuietAnchors, 1, settings.QuietTurns) : 1;
        var watched = turn == 1 ? inView.FindAll(anchor => anchor.Trust >= settings.MinTrust || _poses.Count % settings.DistrustedTurns == 0) : trusted.OrderByDescending(anchor => anchor.Precision.Lowest).Where((_, i) => (i + _poses.Count) % turn == 0).ToList();
        var sightings = Look(picture, watched, before, turn == 1 ? null : settings.QuietReachSamples);
        var estimate = Explain(sightings, watched, before);
        if (turn > 1 && Support(estimate, sightings, watched) < settings.GoodSupport)
        {
            watched = inView;
            sightings = Look(picture, watched, before);
            estimate = Explain(sightings, watched, before);
        }

        if (Support(estimate, sightings, watched) is var support && support < settings.GoodSupport && Jump(picture, inView, before) is { } jumped)
        {
            var other = Look(picture, inView, jumped);
            var found = Explain(other, inView, jumped);
            if (Support(found, other, inView) > settings.JumpPenalty * support)
            {
                (sightings, estimate, watched) = (other, found, inView);
            }
        }

        foreach (var (anchor, sighting) in sightings)
        {
            anchor.Seen.Add((_poses.Count, (float)sighting.Seen.X, (float)sighting.Seen.Y));
        }

        if (Support(estimate, sightings, watched) < settings.MinSupport || estimate!.ErrorAt(Middle) > settings.MaxOnlineErrorRatio * Math.Min(_width, _height))
        {
            _quietFrames = 0;
            return null;
        }

        Learn(watched, sightings, estimate.Pose);
        _quietFrames = estimate.Pose == before ? _quietFrames + 1 : 0;
        return estimate.Pose;
    }

    private ImagePoint Middle => new((_width - 1) / 2.0, (_height - 1) / 2.0);

    private List<Anchor> InView(CameraPose pose)
    {
        var margin = (settings.HalfSideSamples + 2) * _fine.Factor;
        return _anchors.FindAll(anchor => pose.Apply(anchor.Place) is var at
            && at.X >= margin && at.Y >= margin && at.X <= _width - 1 - margin && at.Y <= _height - 1 - margin);
    }

    private List<(Anchor Anchor, Sighting Sighting)> Look(PixelView picture, List<Anchor> anchors, CameraPose expected, int? reachSamples = null)
    {
        var sightings = new List<(Anchor, Sighting)>(anchors.Count);
        foreach (var anchor in anchors)
        {
            if (anchor.Look(picture, expected.Apply(anchor.Place), reachSamples ?? settings.ReachSamples) is { } seen)
            {
                sightings.Add((anchor, new Sighting(anchor.Place, seen, anchor.Precision, anchor.Trust)));
            }
        }

        return sightings;
    }

    /// <summary>
    /// Share of what the trusted anchors could tell of the shift that agrees with an estimate, in the direction in which it is least: where a couch's
    /// edge agrees and its corner does not, the picture went along the edge.
    /// </summary>
    private double Support(PoseEstimate? estimate, List<(Anchor Anchor, Sighting Sighting)> seen, List<Anchor> watched, double? tolerancePixels = null)
    {
        var tolerance = tolerancePixels ?? AgreementPixels;
        if (estimate is null)
        {
            return 0;
        }

        // Hardly anything, so that a direction of which no anchor tells does not count.
        var none = new Precision(1, 0, 1) * (1 / (AgreementPixels * AgreementPixels));
        return seen.Aggregate(none, (sum, s) => sum + (s.Sighting.Precision * (s.Sighting.Trust * SimilarityFit.Agreement(s.Sighting, estimate.Pose, tolerance))))
            .LeastShareOf(watched.Aggregate(none, (sum, anchor) => sum + (anchor.Precision * anchor.Trust)));
    }

    private CameraPose? Jump(PixelView picture, List<Anchor> anchors, CameraPose before) =>
        CoarseJump.Find(CoarsePicture(picture), _coarse, anchors, before, settings) is { } shift
            ? before with { ShiftXPixels = before.ShiftXPixels + shift.X, ShiftYPixels = before.ShiftYPixels + shift.Y }
            : null;

    private LumaWindow CoarsePicture(PixelView picture) => LumaWindow.Around(picture, default, Math.Max(_width, _height), _coarse.Factor);

    /// <summary>Just as in the frame before when enough points say so; else near that, or any other pose that two of the points would have, when clearly more of the others then agree.</summary>
    private PoseEstimate? Explain(List<(Anchor Anchor, Sighting Sighting)> seen, List<Anchor> watched, CameraPose before)
    {
        if (seen.Count < settings.MinAnchors)
        {
            return null;
        }

        var sightings = seen.Select(s => s.Sighting).ToArray();
        var holdPixels = settings.HoldSamples * _fine.Factor;
        if (SimilarityFit.Fit(sightings, before, before, holdPixels, settings) is { } fit && fit with { Pose = before } is var held
            && Support(held, seen, watched, holdPixels) >= settings.HoldSupport)
        {
            return held;
        }

        var best = SimilarityFit.Fit(sightings, before, before, AgreementPixels, settings);
        var trusted = sightings.Sum(s => s.Trust);
        if (best is not null && best.Support >= settings.GoodSupport * trusted)
        {
            return best;
        }

        var (pair, most) = (default(CameraPose?), settings.JumpPenalty * (best?.Support ?? 0));
        foreach (var pose in PairPoses(sightings, before))
        {
            var support = sightings.Sum(s => s.Trust * SimilarityFit.Agreement(s, pose, AgreementPixels));
            if (support > most)
            {
                (pair, most) = (pose, support);
            }
        }

        return pair is { } start ? SimilarityFit.Fit(sightings, start, before, AgreementPixels, settings) ?? best : best;
    }

    // Of points that stand out in both directions, those far apart tell a turn best.
    private IEnumerable<CameraPose> PairPoses(Sighting[] sightings, CameraPose before)
    {
        var corners = sightings.Where(s => s.Precision.IsCorner).OrderByDescending(s => s.Trust).ToArray();
        var tried = 0;
        for (var apart = 1; apart < corners.Length; apart++)
        {
            for (var i = 0; i + apart < corners.Length && tried < settings.MaxPairs; i++, tried++)
            {
                if (Pose(corners[i], corners[i + apart]) is var pose
                    && Math.Abs(pose.RotationRadians - before.RotationRadians) < settings.MaxTurnRadians
                    && Math.Abs(pose.Scale - before.Scale) < settings.MaxZoom)
                {
                    yield return pose;
                }
            }
        }
    }

    private static CameraPose Pose(Sighting a, Sighting b)
    {
        var (from, to) = (b.Place - a.Place, b.Seen - a.Seen);
        var scale = to.Length / Math.Max(from.Length, 1);
        var turn = Math.Atan2((from.X * to.Y) - (from.Y * to.X), (from.X * to.X) + (from.Y * to.Y));
        var turned = new CameraPose(0, 0, turn, scale).Apply(a.Place);
        return new CameraPose(a.Seen.X - turned.X, a.Seen.Y - turned.Y, turn, scale);
    }

    private void Learn(List<Anchor> watched, List<(Anchor Anchor, Sighting Sighting)> seen, CameraPose pose)
    {
        var agreements = seen.ToDictionary(s => s.Anchor, s => SimilarityFit.Agreement(s.Sighting, pose, AgreementPixels));
        foreach (var anchor in watched)
        {
            anchor.GoAlong(agreements.GetValueOrDefault(anchor));
        }
    }

    /// <summary>New points where there are too few, placed through the present pose.</summary>
    private void Renew(PixelView picture, double timeSeconds)
    {
        if (_poses[^1] is not { } pose || timeSeconds < _nextChoiceSeconds)
        {
            return;
        }

        var inView = InView(pose);
        if (Trusted(inView) >= settings.RenewBelowShare * _enough && _enough > 0)
        {
            return;
        }

        var choice = AnchorSites.Choose(picture, [.. inView.Select(anchor => pose.Apply(anchor.Place))], settings);
        var coarse = CoarsePicture(picture);
        foreach (var seen in choice.Places)
        {
            if (Anchor.At(picture, coarse, seen, pose.Undo(seen), choice.NoiseEnergy, (_fine, _coarse), settings) is { } anchor)
            {
                anchor.Seen.Add((_poses.Count - 1, (float)seen.X, (float)seen.Y));
                _anchors.Add(anchor);
                inView.Add(anchor);
            }
        }

        _enough = Trusted(inView);
        _nextChoiceSeconds = timeSeconds + settings.RenewSeconds;
    }

    private int Trusted(List<Anchor> anchors) => anchors.Count(anchor => anchor.Trust >= settings.MinTrust);
}
