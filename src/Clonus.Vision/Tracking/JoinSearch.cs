namespace Clonus.Vision.Tracking;

/// <summary>Which piece goes on where another one ended, and how sure that is.</summary>
/// <param name="Follower">Position of the piece that follows, or −1.</param>
/// <param name="Margin">How much worse, as a difference of log likelihoods for a pair of joins, the best way to join all pieces is that does without this join.</param>
internal readonly record struct PieceJoin(int Follower, double Margin);

/// <summary>
/// Looks for the likeliest way to join all pieces of a clip, and for others that are nearly as likely. Stickers of one limb support each
/// other, so that two limbs may change places as a whole: each rival of a join is tried with all that happened at the same time open again.
/// </summary>
internal sealed class JoinSearch
{
    private readonly IReadOnlyList<TrackPiece> _pieces;
    private readonly JoinSettings _settings;
    private readonly PieceMatch _match;
    private readonly double[,] _motion;

    private JoinSearch(IReadOnlyList<TrackPiece> pieces, JoinSettings settings)
    {
        (_pieces, _settings, _match) = (pieces, settings, new PieceMatch(pieces, settings));
        _motion = new double[pieces.Count, pieces.Count];
        var most = settings.CostOfNone + (settings.MostCompanions * settings.MostCompanionWorth);
        for (var i = 0; i < pieces.Count; i++)
        {
            for (var j = 0; j < pieces.Count; j++)
            {
                var cost = _match.Motion(pieces[i], pieces[j]);
                _motion[i, j] = cost < most ? cost : double.PositiveInfinity;
            }
        }
    }

    /// <returns>One entry a piece.</returns>
    public static PieceJoin[] Of(IReadOnlyList<TrackPiece> pieces, JoinSettings settings) => new JoinSearch(pieces, settings).Solve();

    public static List<List<int>> Chains(IReadOnlyList<int> followers)
    {
        var chains = new List<List<int>>();
        foreach (var first in Enumerable.Range(0, followers.Count).Except(followers))
        {
            var chain = new List<int>();
            for (var piece = first; piece >= 0; piece = followers[piece])
            {
                chain.Add(piece);
            }

            chains.Add(chain);
        }

        return chains;
    }

    private PieceJoin[] Solve()
    {
        var best = FirstWay();
        var margins = new double[_pieces.Count];
        for (var (round, isBetter) = (0, true); isBetter && round < _settings.Rounds; round++)
        {
            isBetter = false;
            var others = new List<Way>();
            foreach (var (before, after) in Rivals(best.Followers))
            {
                // A way that has it by the way, and is bad for another reason, tells nothing of it.
                if (best.Followers[before] == after || others.Any(way => way.Followers[before] == after && way.Cost - best.Cost < _settings.SureByMargin))
                {
                    continue;
                }

                var other = With(best.Followers, before, after);
                var isBest = other.Cost < best.Cost;
                others.Add(isBest ? best : other);
                (best, isBetter) = (isBest ? other : best, isBetter || isBest);
            }

            var leads = others.ConvertAll(way => LeadOver(way, best));
            for (var i = 0; i < margins.Length; i++)
            {
                margins[i] = leads.Where((_, k) => others[k].Followers[i] != best.Followers[i]).DefaultIfEmpty(double.PositiveInfinity).Min();
            }
        }

        return [.. best.Followers.Zip(margins, (follower, margin) => new PieceJoin(follower, margin))];
    }

    // Costs err; those of many joins, as of two legs that may have changed places, err together more than those of two.
    private static double LeadOver(Way other, Way best) =>
        (other.Cost - best.Cost) / Math.Sqrt(Math.Max(other.Followers.Zip(best.Followers).Count(f => f.First != f.Second) / 2.0, 1));

    /// <summary>What belongs to what was seen beside a piece is known better with every round.</summary>
    private Way FirstWay()
    {
        var all = Enumerable.Range(0, _pieces.Count).ToArray();
        var followers = Enumerable.Repeat(-1, _pieces.Count).ToArray();
        for (var round = 0; round < _settings.Rounds; round++)
        {
            Share(followers, all, all, isSettled: round > 0);
        }

        return new Way(followers, CostOf(followers));
    }

    /// <summary>Joins that by motion alone could be instead of those that are, the likeliest first.</summary>
    private IEnumerable<(int Before, int After)> Rivals(int[] followers)
    {
        var leaders = Leaders(followers);
        var rivals = new List<(double Regret, int Before, int After)>();
        for (var i = 0; i < followers.Length; i++)
        {
            for (var k = 0; k < followers.Length; k++)
            {
                if (_motion[i, k] < double.PositiveInfinity && followers[i] != k)
                {
                    var (other, own) = (leaders[k], followers[i]);
                    var regret = _motion[i, k] - MotionOrNone(i, own) + (other < 0 ? 0 : MotionOrNone(other, own) - _motion[other, k]);
                    if (regret < _settings.SureByMargin)
                    {
                        rivals.Add((regret, i, k));
                    }
                }
            }
        }

        return rivals.Order().Take(_settings.MostRivals).Select(r => (r.Before, r.After));
    }

    private double MotionOrNone(int before, int after) => after < 0 ? _settings.CostOfNone : Math.Min(_motion[before, after], _settings.CostOfNone);

    /// <summary>The best way to join that has this join: what happened while it was out of sight is shared out anew, all else stays.</summary>
    private Way With(int[] known, int before, int after)
    {
        var (start, end) = (_pieces[before].LastFrame, _pieces[after].FirstFrame);
        var (followers, leaders) = ((int[])known.Clone(), Leaders(known));
        int[] rows = [.. Enumerable.Range(0, known.Length).Where(i => _pieces[i].LastFrame < end && (known[i] < 0 || _pieces[known[i]].FirstFrame > start))];
        int[] columns = [.. Enumerable.Range(0, known.Length).Where(j => _pieces[j].FirstFrame > start && (leaders[j] < 0 || Array.IndexOf(rows, leaders[j]) >= 0))];
        Array.ForEach(rows, i => followers[i] = -1);
        followers[before] = after;
        // What has nowhere to go, such as the spots of a room, need not be asked each time.
        rows = [.. rows.Where(i => i != before && columns.Any(j => _motion[i, j] < double.PositiveInfinity))];
        columns = [.. columns.Where(j => j != after && rows.Any(i => _motion[i, j] < double.PositiveInfinity))];
        for (var round = 0; round < _settings.RivalRounds; round++)
        {
            Share(followers, rows, columns, isSettled: true);
        }

        var (shared, exchanged) = (new Way(followers, CostOf(followers)), Exchanged(known, leaders[after], before, after));
        return exchanged is { } way && way.Cost < shared.Cost ? way : shared;
    }

    /// <summary>The same with nothing else changed than that the one that had the follower takes this one's: what is shared out anew may settle elsewhere. Null when it cannot.</summary>
    private Way? Exchanged(int[] known, int other, int before, int after)
    {
        if (other < 0 || known[before] < 0 || !(_motion[other, known[before]] < double.PositiveInfinity))
        {
            return null;
        }

        var followers = (int[])known.Clone();
        (followers[before], followers[other]) = (after, known[before]);
        return new Way(followers, CostOf(followers));
    }

    /// <summary>Gives each of these rows its best of these columns, by what is known of the chains so far.</summary>
    private void Share(int[] followers, int[] rows, int[] columns, bool isSettled)
    {
        var chains = ChainOf(followers);
        var costs = new double[rows.Length, columns.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < columns.Length; j++)
            {
                costs[i, j] = Cost(rows[i], columns[j], chains, isSettled);
            }
        }

        var shared = Assignment.Solve(costs, _settings.CostOfNone);
        for (var i = 0; i < rows.Length; i++)
        {
            followers[rows[i]] = shared[i] < 0 ? -1 : columns[shared[i]];
        }
    }

    private double CostOf(int[] followers)
    {
        var chains = ChainOf(followers);
        return followers.Select((after, before) => after < 0 ? _settings.CostOfNone : Cost(before, after, chains, isSettled: true)).Sum();
    }

    private double Cost(int before, int after, int[] chains, bool isSettled) =>
        _motion[before, after] < double.PositiveInfinity ? _motion[before, after] + _match.Geometry(before, after, chains, isSettled) : double.PositiveInfinity;

    private static int[] ChainOf(int[] followers)
    {
        var chainOf = new int[followers.Length];
        foreach (var (chain, number) in Chains(followers).Select((chain, number) => (chain, number)))
        {
            chain.ForEach(piece => chainOf[piece] = number);
        }

        return chainOf;
    }

    private static int[] Leaders(int[] followers)
    {
        var leaders = Enumerable.Repeat(-1, followers.Length).ToArray();
        for (var i = 0; i < followers.Length; i++)
        {
            if (followers[i] >= 0)
            {
                leaders[followers[i]] = i;
            }
        }

        return leaders;
    }

    /// <summary>A way to join all pieces.</summary>
    private sealed record Way(int[] Followers, double Cost);
}
