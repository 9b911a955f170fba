using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>Goes through all ways to take candidates for a leg and keeps the likely ones.</summary>
internal sealed class LegSearch
{
    private readonly LimbPolicy _policy;
    private readonly SpotEvidence _evidence;
    private readonly SideLeg _side;
    private readonly FrontLeg _front;
    private readonly LimbGeometry _geometry;
    private readonly int _spotCount;
    private readonly Dictionary<Landmark, int[]> _spotsOf;
    private readonly List<LegGuess> _guesses = [];
    private double _best = double.NegativeInfinity;

    private LegSearch(LimbGeometry geometry, SpotEvidence evidence, FrontLeg front, IReadOnlySet<int> used, LimbPolicy policy, Func<Landmark, int, bool> allowed)
    {
        (_policy, _evidence, _geometry) = (policy, evidence, geometry);
        (_side, _front) = (new SideLeg(geometry, evidence, policy), front);
        var spots = Spots(geometry, evidence, used, policy, allowed).ToArray();
        _spotCount = spots.Length;
        _spotsOf = new[] { Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe, Landmark.Patella }
            .ToDictionary(landmark => landmark, landmark => spots.Where(i => allowed(landmark, i)).ToArray());
    }

    /// <summary>The likely legs among the candidates not used yet, the likeliest first; their evidence counts how many others might have been taken.</summary>
    /// <param name="view">From where legs are seen; null when it is not known.</param>
    /// <param name="allowed">Whether a candidate may be a landmark.</param>
    public static IReadOnlyList<LegGuess> Find(
        LimbGeometry geometry, SpotEvidence evidence, FrontLeg front, LegView? view, IReadOnlySet<int> used, LimbPolicy policy, Func<Landmark, int, bool> allowed)
    {
        var search = new LegSearch(geometry, evidence, front, used, policy, allowed);
        if (view is not LegView.Front)
        {
            search.FromTheSide();
        }

        if (view is not LegView.Side)
        {
            search.FromTheFront();
        }

        return [.. search.Likeliest(g => g.Evidence).Union(search.Likeliest(g => g.AtRest)).OrderByDescending(g => g.Evidence)];
    }

    private IEnumerable<LegGuess> Likeliest(Func<LegGuess, double> evidence) =>
        _guesses.Where(g => evidence(g) > _best - _policy.ForgottenBelow).OrderByDescending(evidence).Take(_policy.MostLegs);

    private static IEnumerable<int> Spots(LimbGeometry geometry, SpotEvidence evidence, IReadOnlySet<int> used, LimbPolicy policy, Func<Landmark, int, bool> allowed) =>
        Enumerable.Range(0, geometry.Candidates.Count)
            .Where(i => !used.Contains(i) && Enum.GetValues<Landmark>().Any(landmark => allowed(landmark, i)))
            .OrderByDescending(i => evidence.Sticker(i) + evidence.Seen(geometry.Bone(i, i).Together)).Take(policy.MostSpots);

    private void FromTheSide()
    {
        foreach (var ankle in Of(Landmark.Ankle))
        {
            foreach (var knee in Of(Landmark.Knee, ankle))
            {
                var shank = new Part(_side.Shank(knee, ankle) + _evidence.Sticker(knee) + _evidence.Sticker(ankle) + Choice(0) + Choice(1), _evidence.SameColour(ankle, knee));
                if (shank.Evidence > 2 * _policy.Excluded + Choice(0) + Choice(1))
                {
                    WithToe(knee, ankle, shank);
                    WithHeelAlone(knee, ankle, shank);
                    WithoutFoot(knee, ankle, shank);
                }
            }

            FootAlone(ankle);
        }
    }

    private void WithToe(int knee, int ankle, Part shank)
    {
        foreach (var toe in Of(Landmark.Toe, ankle, knee))
        {
            var chain = shank + new Part(_evidence.Sticker(toe) + Choice(2), _evidence.SameColour(ankle, toe));
            chain += new Part(_side.Toe(knee, ankle, toe, _policy.LeastChainEvidence - Worth(chain)), 0);
            if (Worth(chain) < _policy.LeastChainEvidence)
            {
                continue;
            }

            chain += new Part(_evidence.Seen(_geometry.Bend(knee, ankle, toe).Together), 0);
            int[] taken = [knee, ankle, toe];
            var hips = Extras(Landmark.Hip, taken, hip => _side.Hip(hip, knee, ankle, toe) + StillHip(hip, knee));
            var heels = Extras(Landmark.Heel, taken, heel => _side.Heel(knee, ankle, heel, toe));
            var patellas = Extras(Landmark.Patella, taken, patella => _side.Patella(knee, ankle, toe, patella));
            foreach (var (hip, hipPart) in hips)
            {
                foreach (var (heel, heelPart) in heels.Where(h => h.Spot != hip || hip == LegGuess.None))
                {
                    foreach (var (patella, patellaPart) in patellas.Where(p => p.Spot == LegGuess.None || (p.Spot != hip && p.Spot != heel)))
                    {
                        Add(LegView.Side, hip, knee, ankle, heel, toe, patella, chain + hipPart + heelPart + patellaPart, Motion(knee, ankle) + Motion(ankle, toe));
                    }
                }
            }
        }
    }

    /// <summary>Knee, ankle and heel, the toe being hidden or not marked.</summary>
    private void WithHeelAlone(int knee, int ankle, Part shank)
    {
        foreach (var heel in Of(Landmark.Heel, ankle, knee))
        {
            var chain = shank + new Part(
                _policy.HeelWithoutToe + _side.HeelAlone(knee, ankle, heel) + _evidence.Sticker(heel) + Choice(2) + _evidence.Seen(_geometry.Bend(knee, ankle, heel).Together), _evidence.SameColour(ankle, heel));
            if (Worth(chain) < _policy.LeastChainEvidence)
            {
                continue;
            }

            foreach (var (hip, hipPart) in Extras(Landmark.Hip, [knee, ankle, heel], hip => _side.Hip(hip, knee, ankle, LegGuess.None) + StillHip(hip, knee)))
            {
                Add(LegView.Side, hip, knee, ankle, heel, LegGuess.None, LegGuess.None, chain + hipPart, Motion(knee, ankle) + Motion(ankle, heel));
            }
        }
    }

    /// <summary>Hip, knee and ankle, when they move; at rest three spots in a row are three spots in a row.</summary>
    private void WithoutFoot(int knee, int ankle, Part shank)
    {
        foreach (var hip in Of(Landmark.Hip, ankle, knee))
        {
            var motion = Motion(knee, ankle) + Motion(hip, knee);
            if (motion >= _policy.MovingEvidence)
            {
                var chain = shank + new Part(
                    _policy.LegWithoutFoot + _side.Hip(hip, knee, ankle, LegGuess.None) + _side.HipIsQuieter(hip, ankle)
                    + _evidence.Sticker(hip) + Choice(2) + _evidence.Seen(_geometry.Bend(hip, knee, ankle).Together), _evidence.SameColour(ankle, hip));
                Add(LegView.Side, hip, knee, ankle, LegGuess.None, LegGuess.None, LegGuess.None, chain, motion);
            }
        }
    }

    private void FootAlone(int ankle)
    {
        foreach (var toe in Of(Landmark.Toe, ankle))
        {
            var motion = Motion(ankle, toe);
            if (motion < _policy.MovingEvidence)
            {
                continue;
            }

            foreach (var heel in Of(Landmark.Heel, ankle, toe))
            {
                var foot = new Part(
                    _side.Foot(ankle, heel, toe) + _evidence.Sticker(ankle) + _evidence.Sticker(toe) + _evidence.Sticker(heel)
                    + Choice(0) + Choice(1) + Choice(2) + _evidence.Seen(_geometry.Bend(toe, ankle, heel).Together),
                    _evidence.SameColour(ankle, toe) + _evidence.SameColour(ankle, heel));
                Add(LegView.Side, LegGuess.None, LegGuess.None, ankle, heel, toe, LegGuess.None, foot, motion);
            }
        }
    }

    private void FromTheFront()
    {
        foreach (var ankle in Of(Landmark.Ankle))
        {
            foreach (var knee in Of(Landmark.Knee, ankle))
            {
                var shank = new Part(
                    _front.Shank(knee, ankle) + _evidence.Sticker(knee) + _evidence.Sticker(ankle) + Choice(0) + Choice(1), _evidence.SameColour(ankle, knee));
                if (!(shank.Evidence > _policy.Excluded + Choice(0) + Choice(1)))
                {
                    continue;
                }

                var hips = Extras(Landmark.Hip, [knee, ankle], hip => _front.Hip(hip, knee, ankle));
                var toes = Extras(Landmark.Toe, [knee, ankle], toe => _front.Foot(knee, ankle, toe) + Half(_front.ToeNotHeel(knee, ankle, toe)));
                var heels = Extras(Landmark.Heel, [knee, ankle], heel => _front.Foot(knee, ankle, heel) + Half(-_front.ToeNotHeel(knee, ankle, heel)));
                foreach (var (hip, hipPart) in hips)
                {
                    foreach (var (toe, heel, footPart) in toes.Select(t => (t.Spot, LegGuess.None, t.Part)).Concat(heels.Skip(1).Select(h => (LegGuess.None, h.Spot, h.Part))))
                    {
                        if ((hip != LegGuess.None || toe != LegGuess.None || heel != LegGuess.None) && (hip == LegGuess.None || (hip != toe && hip != heel)))
                        {
                            Add(LegView.Front, hip, knee, ankle, heel, toe, LegGuess.None, shank + hipPart + footPart, _policy.MovingEvidence);
                        }
                    }
                }
            }
        }
    }

    /// <summary>Log of the share of one of two, given the log of their ratio.</summary>
    private static double Half(double ratio) => -Math.Log(1 + Math.Exp(-ratio));

    /// <summary>None, and whatever does not speak against itself.</summary>
    private List<(int Spot, Part Part)> Extras(Landmark landmark, int[] taken, Func<int, double> evidence)
    {
        var extras = new List<(int, Part)> { (LegGuess.None, default) };
        foreach (var spot in Of(landmark, taken))
        {
            var part = new Part(
                evidence(spot) + _evidence.Sticker(spot) + Choice(taken.Length) + _evidence.Seen(_geometry.Bone(taken[1], spot).Together), _evidence.SameColour(taken[1], spot));
            if (part.Evidence + Math.Max(part.Colour, 0) > -Math.Log(_policy.MostLegs))
            {
                extras.Add((spot, part));
            }
        }

        return extras;
    }

    private void Add(LegView view, int hip, int knee, int ankle, int heel, int toe, int patella, Part part, double motion)
    {
        var guess = new LegGuess(view, hip, knee, ankle, heel, toe, patella, 0, 0, motion);
        // Bones that turn prove that it moves, and so does a foot that moves in the room.
        var footMoves = guess.Markers.Where(m => m.Landmark is not (Landmark.Hip or Landmark.Knee)).Average(m => _evidence.Motion.Moves(m.Track));
        var stillness = 1 - Math.Clamp(Math.Max(motion / _policy.MovingEvidence, footMoves), 0, 1);
        var (moving, resting) = (Moves(guess, m => m switch
        {
            Landmark.Hip => _policy.HipMoves,
            Landmark.Ankle => _policy.AnkleMoves,
            Landmark.Heel => _policy.HeelMoves,
            Landmark.Toe => _policy.ToeMoves,
            _ => _policy.KneeMoves,
        }), Moves(guess, _ => _policy.RestingMoves));
        var mixed = Math.Log(((1 - _policy.RestsShare) * Math.Exp(moving)) + (_policy.RestsShare * Math.Exp(resting)));
        var evidence = Worth(part) + (_policy.StillLeg * stillness) + mixed;
        if (Math.Max(evidence, evidence - mixed + resting) <= _best - _policy.ForgottenBelow)
        {
            return;
        }

        evidence += knee == LegGuess.None ? _evidence.Few(stillness, ankle, heel, toe)
            : _evidence.Few(stillness, knee, ankle, toe != LegGuess.None ? toe : heel != LegGuess.None ? heel : hip);
        var atRest = evidence - mixed + resting - (_policy.StillLeg * stillness);
        if (Math.Max(evidence, atRest) > _best - _policy.ForgottenBelow)
        {
            _guesses.Add(guess with { Evidence = evidence, AtRest = atRest });
            _best = Math.Max(_best, evidence);
        }
    }

    private double Moves(LegGuess guess, Func<Landmark, double> share) =>
        guess.Markers.Append((Landmark: Landmark.Patella, Track: guess.Patella)).Sum(m => _evidence.Motion.Evidence(m.Track, share(m.Landmark)));

    private double Worth(Part part) => part.Evidence + _evidence.OneColour(part.Colour);

    private double StillHip(int hip, int knee) =>
        (1 - Math.Clamp(Motion(hip, knee) / _policy.MovingEvidence, 0, 1)) * (_policy.StillHip - (_policy.EachBesideStillHip * Math.Max(_spotCount - _policy.MostOfOneSet, 0)));

    private double Motion(int a, int b) => Math.Max(_evidence.Bone(a, b), 0);

    /// <summary>That of all the spots left it is this one.</summary>
    private double Choice(int taken) => -Math.Log(Math.Max(_spotCount - taken, 1));

    private IEnumerable<int> Of(Landmark landmark, params int[] taken)
    {
        foreach (var spot in _spotsOf[landmark])
        {
            if (Array.IndexOf(taken, spot) < 0)
            {
                yield return spot;
            }
        }
    }

    /// <summary>Evidence that adds up over the markers of a leg: that of colour apart, for it counts as a whole.</summary>
    private readonly record struct Part(double Evidence, double Colour)
    {
        public static Part operator +(Part a, Part b) => new(a.Evidence + b.Evidence, a.Colour + b.Colour);
    }
}
