using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Scripts;

/// <summary>The tracks that a tracker with a known random error would give of a clip, without drawing it.</summary>
public static class ScriptedTracks
{
    /// <param name="noisePixels">Standard deviation of each coordinate, independent from frame to frame.</param>
    public static TrackSet Of(ClipTruth truth, double noisePixels, long seed) => Of(truth.FrameTimesSeconds, truth.Markers, noisePixels, seed);

    /// <inheritdoc cref="Of(ClipTruth, double, long)"/>
    public static TrackSet Of(WalkTruth truth, double noisePixels, long seed) => Of(truth.FrameTimesSeconds, truth.Markers, noisePixels, seed);

    private static TrackSet Of(ImmutableArray<double> frameTimesSeconds, ImmutableArray<MarkerTruth> markers, double noisePixels, long seed) => new(
        frameTimesSeconds,
        [.. markers.Select(marker => Track(marker, noisePixels, seed))]);

    private static MarkerTrack Track(MarkerTruth marker, double noisePixels, long seed)
    {
        if (!MarkerName.TryParse(marker.Name, out var name))
        {
            throw new ArgumentException($"{marker.Name} is no marker's name: allowed are {MarkerName.ValidNames}");
        }

        var random = new SeededRandom(seed, marker.Name);
        return new MarkerTrack(name, marker.Colour, [.. marker.Positions.Select(position => Sample(position, noisePixels, random))]);
    }

    private static MarkerSample? Sample(ImagePoint? position, double noisePixels, SeededRandom random)
    {
        var error = new ImagePoint(noisePixels * random.NextNormal(), noisePixels * random.NextNormal());
        return position is { } seen ? new MarkerSample(seen + error, 1) : null;
    }
}
