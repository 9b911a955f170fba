namespace Clonus.Vision.Tracking;

/// <summary>
/// What candidates tell one by one and two by two, before any leg is thought of: logs of how much likelier they look so as stickers of one
/// limb than as unrelated spots of this clip.
/// </summary>
internal sealed class SpotEvidence
{
    private readonly LimbGeometry _geometry;
    private readonly LimbPolicy _policy;
    private readonly double?[,] _bones;
    private readonly double _spareMovers;
    private readonly double _spareStanding;
    private readonly double _roomColourSpread;
    private readonly double _roomSizeSpread;

    public SpotEvidence(LimbGeometry geometry, LimbPolicy policy)
    {
        (_geometry, _policy) = (geometry, policy);
        _bones = new double?[geometry.Candidates.Count, geometry.Candidates.Count];
        var spots = geometry.Candidates;
        var pairs = Enumerable.Range(0, spots.Count).SelectMany(a => Enumerable.Range(0, a).Select(b => (A: spots[a], B: spots[b]))).ToArray();
        _roomColourSpread = Learnt(policy.RoomColourSpread, policy.SetColourSpread, pairs.Select(p => Math.Min(p.A.Colour.DistanceTo(p.B.Colour, policy.LumaWeight), 2 * policy.RoomColourSpread)));
        LikelyStickers = [.. Enumerable.Range(0, spots.Count).OrderByDescending(i => LooksLikeSticker(i) + Seen((double)spots[i].SeenCount / spots[i].Samples.Length)).Take(policy.MostSpots)];
        Motion = new SpotMotion(geometry, LikelyStickers, policy);
        _spareMovers = SpareShare(Motion.Moves, policy.MostOfOneLeg * 2);
        _spareStanding = SpareShare(spot => 1 - Motion.Moves(spot), policy.MostOfOneLeg * (2 - Motion.Liveliness));
        _roomSizeSpread = Learnt(policy.RoomSizeSpread, policy.SetSizeSpread, pairs.Select(p => Math.Log(p.A.DiameterPixels / p.B.DiameterPixels)), 1);
    }

    /// <summary>The candidates that look most like stickers, the likeliest first.</summary>
    public IReadOnlyList<int> LikelyStickers { get; }

    public SpotMotion Motion { get; }

    /// <summary>
    /// That it is a sticker at all. Stickers look like stickers nearly always, other things seldom; but in a room of more discs than two legs
    /// carry, of which one at most rests while anything moves, a disc says little.
    /// </summary>
    public double Sticker(int spot)
    {
        var moves = Motion.Moves(spot);
        var spare = (moves * _spareMovers) + ((1 - moves) * _spareStanding);
        var ratio = Math.Exp(LooksLikeSticker(spot));
        return Math.Log(ratio / ((spare * ratio) + 1 - spare));
    }

    /// <summary>That two are of one colour. A set as a whole is of one colour or of many, see <see cref="OneColour"/>.</summary>
    public double SameColour(int a, int b)
    {
        var distance = _geometry.Candidates[a].Colour.DistanceTo(_geometry.Candidates[b].Colour, _policy.LumaWeight);
        // A distance of colours has two components.
        return 2 * Centred(distance / Math.Sqrt(2), Square(_policy.SetColourSpread), Square(_roomColourSpread));
    }

    /// <summary>What a set's colours are worth.</summary>
    /// <param name="sameColour">Sum of <see cref="SameColour"/> over its members.</param>
    public double OneColour(double sameColour) => Mixed(_policy.OneColourShare, sameColour);

    /// <summary>That two are of one size.</summary>
    public double SameSize(int a, int b) => Mixed(
        _policy.OneSizeShare, Centred(Math.Log(_geometry.SizeRatio(a, b)), Square(_policy.SetSizeSpread), Square(_roomSizeSpread)));

    /// <summary>
    /// That the spots that look like one of these are few: two legs carry ten stickers or a dozen; leaves, bricks and dots of a curtain are
    /// many. Furniture is not taken for a leg that moves; where nothing moves, spots of any look count too: among many, some lie like a leg.
    /// </summary>
    public double Few(double stillness, params ReadOnlySpan<int> spots)
    {
        var (alike, asGood) = (0.0, 0.0);
        for (var other = 0; other < _geometry.Candidates.Count; other++)
        {
            var (good, like) = (false, false);
            foreach (var spot in spots)
            {
                good |= AsGood(other, spot);
                like |= AsGood(other, spot) && LooksLike(other, spot);
            }

            (alike, asGood) = (alike + (like ? AtOnce(other) * (stillness + ((1 - stillness) * Motion.Moves(other))) : 0), asGood + (good ? AtOnce(other) : 0));
        }

        return -(_policy.EachLookAlike * Math.Max(alike - _policy.MostOfOneSet, 0)) - (_policy.EachBesideStillLeg * stillness * Math.Max(asGood - _policy.MostBesideStillLeg, 0));
    }

    /// <summary>That two keep their distance although they move against each other: that the line between them is a bone.</summary>
    public double Bone(int a, int b) => _bones[a, b] ??= MeasureBone(a, b);

    /// <summary>How much of the clip shows them together: little is not impossible.</summary>
    public double Seen(double share) => Math.Max(Math.Log(_policy.SeenTogether.At(share)), _policy.Excluded);

    public double DiameterPixels(params ReadOnlySpan<int> spots)
    {
        var sum = 0.0;
        foreach (var spot in spots)
        {
            sum += _geometry.Candidates[spot].DiameterPixels;
        }

        return sum / spots.Length;
    }

    private double LooksLikeSticker(int spot)
    {
        var quality = Math.Clamp(_geometry.Candidates[spot].Quality, 0.01, 1);
        return Math.Log(_policy.QualityPower + 1) + (_policy.QualityPower * Math.Log(quality)) - Math.Log(1.5 - quality);
    }

    /// <summary>Of the spots of a sort, the share that looks like stickers and cannot be any.</summary>
    private double SpareShare(Func<int, double> isOfSort, double most)
    {
        var alike = LikelyStickers.Sum(spot => AtOnce(spot) * isOfSort(spot) / (1 + Math.Exp(-LooksLikeSticker(spot))));
        return alike > most ? (alike - most) / LikelyStickers.Sum(spot => AtOnce(spot) * isOfSort(spot)) : 0;
    }

    // Pieces of one sticker's track are not seen at the same time: in the mean so many are.
    private double AtOnce(int spot) => (double)_geometry.Candidates[spot].SeenCount / _geometry.Candidates[spot].Samples.Length;

    private bool AsGood(int other, int spot)
    {
        var (first, second) = (_geometry.Candidates[other], _geometry.Candidates[spot]);
        return first.SeenCount >= _policy.LookAlikeSeen * second.SeenCount && first.Quality >= second.Quality - _policy.LookAlikeQuality;
    }

    private bool LooksLike(int a, int b)
    {
        var (first, second) = (_geometry.Candidates[a], _geometry.Candidates[b]);
        return Math.Abs(Math.Log(first.DiameterPixels / second.DiameterPixels)) <= 3 * _policy.SetSizeSpread
            && first.Colour.DistanceTo(second.Colour, _policy.LumaWeight) <= 3 * _policy.SetColourSpread;
    }

    private double MeasureBone(int a, int b)
    {
        var bone = _geometry.Bone(a, b);
        if (!(bone.LengthPixels > 0))
        {
            return 2 * _policy.Excluded;
        }

        // As exactly as this clip shows what stands, if that is better than usual.
        var noise = Math.Min(_policy.TrackingNoisePixels + (_policy.TrackingNoiseDiameters * DiameterPixels(a, b)), 2 * Motion.NoisePixels);
        var always = Square(noise) + Square(_policy.BoneVariation * bone.LengthPixels);
        var loose = always + Square(_policy.LooseShare * bone.SwingPixels);
        double Joined(double gives) => Centred(bone.VariationPixels, always + Square(gives * bone.SwingPixels), loose);
        var turn = Math.Max(bone.TurnDegrees - (_policy.NoiseSpan * noise / bone.LengthPixels * 180 / Math.PI), 0);
        var proofs = 1 + Math.Min(turn / _policy.ProofDegrees, _policy.MostProofs - 1);
        var evidence = Math.Log(0.5 * (Math.Exp(Joined(_policy.BoneGivesInPlane)) + Math.Exp(Joined(_policy.BoneGivesObliquely))));
        return Math.Max(proofs * evidence, 2 * _policy.Excluded);
    }

    /// <summary>Standard deviation of one component of differences, known beforehand and learnt from this clip, but no less than that of a set.</summary>
    private double Learnt(double before, double least, IEnumerable<double> differences, int components = 2)
    {
        var (squares, count) = (before * before * _policy.SpreadsKnownFromPairs, _policy.SpreadsKnownFromPairs);
        foreach (var difference in differences)
        {
            squares += difference * difference / components;
            count++;
        }

        return Math.Max(Math.Sqrt(squares / count), least);
    }

    /// <summary>Log of the ratio of two normal densities about zero, given their variances.</summary>
    private static double Centred(double value, double narrow, double wide) =>
        (0.5 * Math.Log(wide / narrow)) - (0.5 * value * value * ((1 / narrow) - (1 / wide)));

    private static double Mixed(double share, double evidence) => Math.Log((share * Math.Exp(evidence)) + 1 - share);

    private static double Square(double value) => value * value;
}
