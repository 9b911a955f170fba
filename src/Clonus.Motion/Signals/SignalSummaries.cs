using System.Collections.Immutable;

namespace Clonus.Motion.Signals;

/// <summary>What is reported of a signal itself.</summary>
public static class SignalSummaries
{
    /// <param name="smooth">The smoothed parts: a single noisy sample does not set the range.</param>
    public static SignalSummary Of(LimbSignal limb, ImmutableArray<UniformSignal> smooth, double? noise, SignalSettings settings)
    {
        var values = smooth.SelectMany(part => part.Values).ToArray();
        var known = limb.Unit == SignalUnit.Deg && values.Length > 0;
        return new SignalSummary(
            limb.Kind,
            limb.Unit,
            noise,
            values.Length > 0 ? settings.SampleRateHz : null,
            limb.SignKnown,
            known ? values.Max() - values.Min() : null,
            known && limb.ZeroKnown ? values.Max() : null,
            known && limb.ZeroKnown ? values.Min() : null)
        {
            MillimetresPerPixel = limb.Unit == SignalUnit.Mm ? settings.MillimetresPerPixel : null,
            ScaleSource = limb.Unit != SignalUnit.Mm ? null : settings.ScaleMarker is null ? ScaleSource.Length : ScaleSource.Marker,
        };
    }

    /// <summary>Every part on the one grid of the clip; between parts the rows have no value.</summary>
    public static ImmutableArray<SignalSample> Samples(ImmutableArray<UniformSignal> parts, SignalSettings settings)
    {
        var rows = ImmutableArray.CreateBuilder<SignalSample>();
        foreach (var part in parts)
        {
            var filtered = BandPassFilter.Apply(part, settings);
            var first = (long)Math.Round(part.StartSeconds * part.SampleRateHz);
            var next = rows.Count == 0 ? first : (long)Math.Round(rows[^1].TimeSeconds * part.SampleRateHz) + 1;
            for (; next < first; next++)
            {
                rows.Add(new SignalSample(next / part.SampleRateHz, null, null, false));
            }

            for (var i = 0; i < part.Length; i++)
            {
                rows.Add(new SignalSample(part.TimeSeconds(i), part.Values[i], filtered.Values[i], part.Bridged[i]));
            }
        }

        return rows.ToImmutable();
    }
}
