using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>A track that may be one of a limb's stickers.</summary>
/// <param name="Samples">One entry a frame of the clip.</param>
/// <param name="Quality">How much it looks like a sticker, 0 to 1.</param>
internal sealed record LimbCandidate(ImmutableArray<MarkerSample?> Samples, double Quality, double DiameterPixels, Colour Colour)
{
    // Knee, ankle and toe.
    private const int TagsOfLimb = 3;

    public MarkerKind Kind { get; init; }

    /// <summary>The tag that it is; null for what is known by its looks.</summary>
    public ArucoSpec? Tag { get; init; }

    /// <summary>The SPEC that finds it again.</summary>
    public string Spec => Tag?.Text ?? LookSpec.Describe(Kind, Colour);

    /// <summary>Diameter across the longer axis, which a tilt does not shrink; null when it is not known.</summary>
    public double? SizePixels { get; init; }

    /// <summary>Its area in each frame, not a number where it was not seen; empty when it is not known.</summary>
    public ImmutableArray<double> AreasPixels { get; init; } = [];

    public int SeenCount { get; } = Samples.Count(s => s is not null);

    /// <summary>The same with another piece of its track.</summary>
    /// <param name="belief">How sure that is.</param>
    public LimbCandidate With(LimbCandidate piece, double belief) => new(
        [.. Samples.Zip(piece.Samples, (own, further) => own ?? (further is { } sample ? sample with { Confidence = sample.Confidence * belief } : null))], Quality, DiameterPixels, Colour)
    {
        Kind = Kind,
        SizePixels = SizePixels,
        AreasPixels = AreasPixels.Length == piece.AreasPixels.Length ? [.. AreasPixels.Zip(piece.AreasPixels, (own, further) => double.IsNaN(own) ? further : own)] : AreasPixels,
    };

    /// <summary>Without the cells of printed patterns, which look like stickers of their own. Nobody has tags for a whole limb in the picture but as its markers.</summary>
    public static IReadOnlyCollection<LimbCandidate> WithTags(IReadOnlyCollection<LimbCandidate> spots, IReadOnlyCollection<LimbCandidate> tags)
    {
        if (tags.Count >= TagsOfLimb)
        {
            return tags;
        }

        var apart = spots.Where(spot => !tags.Any(spot.LiesOn)).ToArray();
        var targets = apart.Where(spot => spot.Kind == MarkerKind.Quadrant).ToArray();
        return [.. apart.Where(spot => spot.Kind == MarkerKind.Quadrant || !targets.Any(spot.LiesOn)), .. tags];
    }

    /// <summary>Whether it is usually within the other one's corners.</summary>
    private bool LiesOn(LimbCandidate other)
    {
        var apart = Samples.Zip(other.Samples, (s, t) => s is { } mine && t is { } others ? mine.Position.DistanceTo(others.Position) : (double?)null).OfType<double>().Order().ToArray();
        return apart.Length > 0 && apart[apart.Length / 2] < other.DiameterPixels / Math.Sqrt(2);
    }
}
