using System.Collections.Immutable;

namespace Clonus.Synthesis.Walking;

/// <summary>Beats of the ankle: plantarflexions that rise in 45 hundredths of their interval and come back in the rest; the first interval is the longest, each beat a little weaker.</summary>
/// <param name="Beats">When each begins and ends, and its depth in degrees.</param>
internal sealed record ClonusTrain(ImmutableArray<(double Start, double End, double Degrees)> Beats)
{
    public static readonly ClonusTrain None = new([]);

    // Boyraz 2015: plantarflexion takes 45 % of a cycle; intervals settle by the fourth beat.
    private const double PlantarflexionShare = 0.45;
    private const double Fading = 0.97;
    private static readonly ImmutableArray<double> Lengthening = [1.2, 1.08, 1.03];

    /// <summary>As many whole beats as there is time for.</summary>
    public static ClonusTrain Within(double startSeconds, double endSeconds, double hertz, double degrees)
    {
        var beats = ImmutableArray.CreateBuilder<(double, double, double)>();
        for (var start = startSeconds; ;)
        {
            var end = start + ((beats.Count < Lengthening.Length ? Lengthening[beats.Count] : 1) / hertz);
            if (end > endSeconds)
            {
                return new ClonusTrain(beats.ToImmutable());
            }

            beats.Add((start, end, degrees * Math.Pow(Fading, beats.Count)));
            start = end;
        }
    }

    /// <summary>Degrees of plantarflexion.</summary>
    public double At(double timeSeconds)
    {
        foreach (var (start, end, degrees) in Beats)
        {
            if (timeSeconds > start && timeSeconds < end)
            {
                var share = (timeSeconds - start) / (end - start);
                var turn = share < PlantarflexionShare ? share / PlantarflexionShare : (1 - share) / (1 - PlantarflexionShare);
                return degrees * (1 - Math.Cos(Math.PI * turn)) / 2;
            }
        }

        return 0;
    }

    /// <summary>When each beat is at its peak.</summary>
    public IEnumerable<double> PeaksSeconds => Beats.Select(beat => beat.Start + (PlantarflexionShare * (beat.End - beat.Start)));
}
