using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>A track that may be one of a limb's stickers.</summary>
/// <param name="Samples">One entry a frame of the clip.</param>
/// <param name="Quality">How much it looks like a sticker, 0 to 1.</param>
internal sealed record LimbCandidate(ImmutableArray<MarkerSample?> Samples, double Quality, double DiameterPixels, Colour Colour)
{
    public MarkerKind Kind { get; init; }

    /// <summary>Diameter across the longer axis, which a tilt does not shrink; null when it is not known.</summary>
    public double? SizePixels { get; init; }

    public int SeenCount { get; } = Samples.Count(s => s is not null);
}
