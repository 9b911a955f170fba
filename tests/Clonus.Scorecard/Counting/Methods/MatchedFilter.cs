using Clonus.Motion.Signals;

namespace Clonus.Scorecard.Counting.Methods;

/// <summary>
/// Troughs are where the signal looks most like a cycle of clonus: the normalised correlation with a cycle of which 45 % is plantarflexion, the best over
/// a bank of periods, at its peaks that no better one is near to.
/// </summary>
internal static class MatchedFilter
{
    private const double PlantarflexionFraction = 0.45;
    private const double ShortestSeconds = 0.1;
    private const double LongestSeconds = 0.4;
    private const int Periods = 13;

    // Chosen on tuning seeds.
    private const double LeastCorrelation = 0.6;

    // Two beats are further apart than this share of the period that fits.
    private const double SuppressedPeriods = 0.5;

    public static IEnumerable<double> Find(MethodInput input)
    {
        var best = new (double Correlation, double Period)[input.Part.Length];
        for (var k = 0; k < Periods; k++)
        {
            var period = ShortestSeconds * Math.Pow(LongestSeconds / ShortestSeconds, (double)k / (Periods - 1));
            Correlate(input.Part, period, best);
        }

        var taken = new List<int>();
        foreach (var i in Enumerable.Range(0, best.Length).Where(i => best[i].Correlation >= LeastCorrelation).OrderByDescending(i => best[i].Correlation))
        {
            var apart = SuppressedPeriods * best[i].Period * input.Part.SampleRateHz;
            if (taken.TrueForAll(other => Math.Abs(other - i) >= apart))
            {
                taken.Add(i);
                yield return input.Part.TimeSeconds(i);
            }
        }
    }

    // At the sample where the cycle's trough lies.
    private static void Correlate(UniformSignal signal, double period, (double Correlation, double Period)[] best)
    {
        var template = Template((int)Math.Round(period * signal.SampleRateHz));
        var trough = (int)Math.Round(PlantarflexionFraction * template.Length);
        for (var start = 0; start + template.Length <= signal.Length; start++)
        {
            var window = signal.Values.AsSpan(start, template.Length);
            double sum = 0, squares = 0, product = 0;
            for (var i = 0; i < window.Length; i++)
            {
                sum += window[i];
                squares += window[i] * window[i];
                product += window[i] * template[i];
            }

            var correlation = product / Math.Sqrt(Math.Max(squares - (sum * sum / window.Length), 1e-12));
            if (correlation > best[start + trough].Correlation)
            {
                best[start + trough] = (correlation, period);
            }
        }
    }

    // Half a cosine down and half a cosine up, with a mean of zero and a length of one.
    private static double[] Template(int length)
    {
        var down = PlantarflexionFraction * length;
        var cycle = Enumerable.Range(0, length).Select(i => Math.Cos(i < down ? Math.PI * i / down : Math.PI * (1 + ((i - down) / (length - down))))).ToArray();
        var mean = cycle.Average();
        var norm = Math.Sqrt(cycle.Sum(v => (v - mean) * (v - mean)));
        return [.. cycle.Select(v => (v - mean) / norm)];
    }
}
