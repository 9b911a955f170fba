using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>How well two pieces fit as parts of one track: costs as negative log likelihood ratios, against two stickers that have nothing to do with each other.</summary>
internal sealed class PieceMatch
{
    private readonly IReadOnlyList<TrackPiece> _pieces;
    private readonly PathFit?[,] _first;
    private readonly PathFit?[,] _last;
    private readonly List<int>[] _beside;
    private readonly double[,] _variance;
    private readonly bool[,] _goTogether;
    private readonly JoinSettings _settings;
    private readonly double _acceleration;
    private readonly double _speed;

    public PieceMatch(IReadOnlyList<TrackPiece> pieces, JoinSettings settings)
    {
        (_pieces, _settings) = (pieces, settings);
        var accelerations = pieces.Select(p => p.Acceleration).OfType<double>().Order().ToArray();
        _acceleration = accelerations.Length == 0 ? 0 : accelerations[accelerations.Length / 2];
        var speeds = pieces.SelectMany(p => new[] { p.Start.Velocity, p.Finish.Velocity }).OfType<ImagePoint>().Select(v => v.Length).Order().ToArray();
        _speed = speeds.Length == 0 ? 0 : speeds[(int)(0.9 * (speeds.Length - 1))];
        (_first, _last) = (new PathFit?[pieces.Count, pieces.Count], new PathFit?[pieces.Count, pieces.Count]);
        _variance = new double[pieces.Count, pieces.Count];
        _goTogether = new bool[pieces.Count, pieces.Count];
        _beside = [.. pieces.Select(_ => new List<int>())];
        for (var i = 0; i < pieces.Count; i++)
        {
            for (var j = 0; j < pieces.Count; j++)
            {
                if (i != j && pieces[i].FirstFrame <= pieces[j].LastFrame && pieces[j].FirstFrame <= pieces[i].LastFrame)
                {
                    _beside[i].Add(j);
                    _variance[i, j] = pieces[i].DistanceVariance(pieces[j]);
                    _goTogether[i, j] = pieces[i].StepsApart(pieces[j], settings.ViewFrames) < settings.MostStepsApart;
                    _first[i, j] = pieces[i].Bearing(pieces[j], atStart: true, settings);
                    _last[i, j] = pieces[i].Bearing(pieces[j], atStart: false, settings);
                }
            }
        }
    }

    /// <summary>By look and motion; infinite when they are different things.</summary>
    public double Motion(TrackPiece before, TrackPiece after)
    {
        if (before.LastFrame >= after.FirstFrame)
        {
            return double.PositiveInfinity;
        }

        var (a, b) = (before.Track.Look, after.Track.Look);
        var look = a.Core.DistanceTo(b.Core, a.LumaWeight) / (_settings.MaxColourChange * Math.Min(a.Contrast, b.Contrast));
        var (last, first) = (before.FinishView, after.StartView);
        // As alike as it is shown by what was learnt of them, or by how they were seen at that time: turned away, or not yet covered.
        var size = Math.Min(Math.Abs(Math.Log(first.AreaPixels / last.AreaPixels)), Math.Abs(Math.Log(b.AreaPixels / a.AreaPixels))) / Math.Log(_settings.MaxAreaRatio);
        var most = Math.Min(last.Confidence, first.Confidence) < _settings.SeenWell ? 1 : Math.Log(_settings.MaxAreaRatioSeenWell) / Math.Log(_settings.MaxAreaRatio);
        var changes = Math.Min(_settings.ChangesPerSecond * (after.Start.TimeSeconds - before.Finish.TimeSeconds), _settings.MostChanges);
        return look > 1 || size > most || a.Kind != b.Kind
            ? double.PositiveInfinity
            : (_settings.LookWorth * ((look * look) + (size * size)))
                - Math.Log(((1 - changes - _settings.AnywhereShare) * GoesOn(before, after)) + (changes * Stays(before, after))
                    + (_settings.AnywhereShare / Square(_settings.AnywhereDiameters)));
    }

    /// <summary>
    /// By the distances from what was seen beside both: bones keep their length, and turn at no more than a certain rate. As long as it is not
    /// known what became of a companion, it is the one that fits best.
    /// </summary>
    /// <param name="chains">Pieces that belong together as far as is known, for each piece the number of its chain.</param>
    public double Geometry(int before, int after, int[] chains, bool isSettled)
    {
        var diameter = _pieces[before].Track.Look.DiameterPixels;
        var acceleration = AccelerationOf(_pieces[before], _pieces[after]);
        var evidence = new List<double>();
        var (nearest, turn) = (double.PositiveInfinity, 0.0);
        foreach (var first in _beside[before])
        {
            var best = new Companion(double.PositiveInfinity, 0, double.PositiveInfinity);
            foreach (var second in IsOther(first) ? _beside[after] : [])
            {
                if ((isSettled ? chains[first] == chains[second] : first == second || _pieces[first].LastFrame < _pieces[second].FirstFrame)
                    && IsOther(second) && _last[before, first] is { } way && _first[after, second] is { } then
                    && Evidence(way, then, _variance[before, first] + _variance[after, second], acceleration, diameter) is var found && found.Cost < best.Cost)
                {
                    best = found with { AwayPixels = _goTogether[before, first] && _goTogether[after, second] ? found.AwayPixels : double.PositiveInfinity };
                }
            }

            if (best.Cost < double.PositiveInfinity)
            {
                evidence.Add(best.Cost);
                (nearest, turn) = best.AwayPixels < nearest ? (best.AwayPixels, best.Turn) : (nearest, turn);
            }
        }

        // Those of another limb went their own way; what speaks is whose distance stayed. But the nearest one of those that it goes with
        // does not get to its other side unseen: the heel stays below the ankle.
        return evidence.Order().Take(_settings.MostCompanions).Sum() + Math.Max(turn, 0);

        bool IsOther(int piece) => chains[piece] != chains[before] && chains[piece] != chains[after];
    }

    // It goes on with its velocity, as far as accelerations like its own let it.
    private double GoesOn(TrackPiece before, TrackPiece after)
    {
        var (end, start, diameter) = (before.Finish, after.Start, before.Track.Look.DiameterPixels);
        var seconds = start.TimeSeconds - end.TimeSeconds;
        if ((end.Velocity ?? start.Velocity) is not { } known)
        {
            return 0;
        }

        var acceleration = AccelerationOf(before, after);
        var velocity = end.Velocity is { } u && start.Velocity is { } v ? (u + v) * 0.5 : known;
        var sigma = (_settings.LeastSpreadDiameters * diameter) + (0.15 * acceleration * seconds * seconds);
        var place = Normal((start.Place - end.Place - (velocity * seconds)).Length, sigma, diameter);
        if (end.Velocity is not { } first || start.Velocity is not { } second)
        {
            return place;
        }

        var velocitySigma = (0.5 * acceleration * seconds) + (_settings.LeastSpreadDiameters * diameter / _settings.MotionSeconds);
        var anySpeed = _speed + velocitySigma;
        return place * Math.Min(Square(anySpeed / velocitySigma) * Math.Exp(-0.5 * Square((second - first).Length / velocitySigma)), _settings.MostVelocityWorth);
    }

    private double AccelerationOf(TrackPiece before, TrackPiece after) => Math.Max(_acceleration, Math.Max(before.Acceleration ?? 0, after.Acceleration ?? 0));

    // It stays about where it was: it swings, or it stopped, or turned; more along the line on which it came than across it.
    private double Stays(TrackPiece before, TrackPiece after)
    {
        var diameter = before.Track.Look.DiameterPixels;
        var seconds = after.Start.TimeSeconds - before.Finish.TimeSeconds;
        var sigma = (2 * _settings.LeastSpreadDiameters * diameter) + Math.Min(before.SwingPixels, after.SwingPixels) + (0.25 * _speed * seconds);
        var away = after.Start.Place - before.Finish.Place;
        var velocity = before.Finish.Velocity ?? after.Start.Velocity ?? default;
        if (velocity.Length * _settings.MotionSeconds < _settings.LeastSpreadDiameters * diameter)
        {
            return Normal(away.Length, sigma, diameter);
        }

        var least = 2 * _settings.LeastSpreadDiameters * diameter;
        var acrossSigma = least + (_settings.AcrossShare * (sigma - least));
        var across = ((away.X * velocity.Y) - (away.Y * velocity.X)) / velocity.Length;
        var along = ((away.X * velocity.X) + (away.Y * velocity.Y)) / velocity.Length;
        return Square(diameter) / (sigma * acrossSigma * 2 * Math.PI) * Math.Exp(-0.5 * (Square(along / sigma) + Square(across / acrossSigma)));
    }

    private Companion Evidence(PathFit first, PathFit second, double distanceVariance, double acceleration, double diameter)
    {
        var (seconds, expected) = (second.TimeSeconds - first.TimeSeconds, first.Place);
        var length = Math.Max(first.Place.Length, second.Place.Length);
        var drift = _settings.TurnRadiansPerSecond * seconds * length;
        // Over a short gap it turns on as it did before and does afterwards.
        var steady = ((_settings.TurnChange * length) + (0.25 * acceleration)) * seconds * seconds;
        if (first.Velocity is { } u && second.Velocity is { } v && steady < drift)
        {
            (drift, expected) = (steady, expected + ((u + v) * (0.5 * seconds)));
        }

        var noise = first.Variance + second.Variance + Square(_settings.BoneDiameters * diameter) + Square(_settings.BoneRatio * length);
        var stretched = Math.Sqrt(noise + distanceVariance);
        var range = length + (_settings.AnywhereDiameters * diameter / 4);
        var byLength = (0.5 * Square((second.Place.Length - first.Place.Length) / stretched)) + Math.Log(Math.Sqrt(2 * Math.PI) * stretched / range);
        var turned = Math.Sqrt(noise + Square(drift)) / length;
        var angle = Angle(expected, second.Place);
        var turn = -Math.Log(((1 - _settings.AnywhereShare) * Math.Sqrt(2 * Math.PI) / turned * Math.Exp(-0.5 * Square(angle / turned))) + _settings.AnywhereShare);
        return new Companion(Math.Clamp(byLength + turn, -_settings.MostCompanionWorth, _settings.MostCompanionDoubt), turn, Math.Min(first.Place.Length, second.Place.Length));
    }

    private static double Angle(ImagePoint a, ImagePoint b) => Math.Abs(Math.Atan2((a.X * b.Y) - (a.Y * b.X), (a.X * b.X) + (a.Y * b.Y)));

    /// <summary>Density in two dimensions, in units of a sticker's square.</summary>
    private static double Normal(double distance, double sigma, double diameter) =>
        Square(diameter / sigma) / (2 * Math.PI) * Math.Exp(-0.5 * Square(distance / sigma));

    private static double Square(double value) => value * value;

    /// <summary>What one that was seen beside both pieces says.</summary>
    /// <param name="Turn">The part of the line's turning, without limits.</param>
    /// <param name="AwayPixels">The lesser distance to it.</param>
    private readonly record struct Companion(double Cost, double Turn, double AwayPixels);
}
