namespace Clonus.Vision.Tracking;

/// <summary>How a point of any texture (SPEC at:X,Y) is followed. Correlations are those without noise: what noise takes away is given back.</summary>
public sealed record PatchSettings
{
    /// <summary>Half the side of the patch that is compared, as a share of the picture's shorter side.</summary>
    public double HalfSideRatio { get; init; } = 0.025;

    public double MinHalfSidePixels { get; init; } = 8;

    public double MaxHalfSidePixels { get; init; } = 24;

    /// <summary>Where detail is scarce the patch grows, by this factor ...</summary>
    public double Widening { get; init; } = 1.3;

    /// <summary>... up to this multiple ...</summary>
    public double WidestRatio { get; init; } = 2;

    /// <summary>... until noise alone leaves no more than this standard deviation of the place ...</summary>
    public double WantedSpreadPixels { get; init; } = 0.25;

    /// <summary>... with a usual camera's variance between two looks at the same thing, in squared grey levels.</summary>
    public double UsualNoise { get; init; } = 6;

    /// <summary>... and until nothing within reach looks like it: the same with this correlation.</summary>
    public double DoubleCorrelation { get; init; } = 0.8;

    /// <summary>A place as far off as a lost point is ever looked for is its double only from this correlation: nobody could tell the two apart.</summary>
    public double TwinCorrelation { get; init; } = 0.97;

    /// <summary>A double lies farther off than so many half sides, or it is the place itself.</summary>
    public double DoubleHalfSides { get; init; } = 0.3;

    /// <summary>Samples from the centre of a patch to its side that are enough; larger ones are read more coarsely.</summary>
    public int MaxHalfSamples { get; init; } = 12;

    /// <summary>What is near the point counts more: a pixel's say is exp(-this · r²), r its distance from the centre in half sides.</summary>
    public double NearnessFalloff { get; init; } = 2;

    /// <summary>Least spread of grey levels in the patch: a blank wall has no place.</summary>
    public double MinTexture { get; init; } = 3;

    /// <summary>Half the side of what is read of the picture when the point is where it is expected, in half sides of the patch.</summary>
    public double NearHalfSides { get; init; } = 2;

    /// <summary>How far the point may move between frames, in half sides of the patch.</summary>
    public double ReachHalfSides { get; init; } = 2.5;

    /// <summary>How the reach grows with each frame that the point is lost, as a share of the first one.</summary>
    public double ReachGrowth { get; init; } = 0.2;

    /// <summary>Most that it grows to, in first reaches.</summary>
    public double MaxReachGrowth { get; init; } = 3;

    /// <summary>A search is done at the lowest resolution that leaves so many pixels of half a side.</summary>
    public double MinSearchHalfPixels { get; init; } = 4;

    /// <summary>Best places of such a search that are tried.</summary>
    public int MaxPeaks { get; init; } = 3;

    public int MaxIterations { get; init; } = 20;

    public double StopBelowPixels { get; init; } = 0.01;

    /// <summary>Standard deviation of a shift from where a search begins, in half sides, before anything is seen.</summary>
    public double ShiftSpreadRatio { get; init; } = 0.5;

    /// <summary>The same of a turn.</summary>
    public double TurnSpreadRadians { get; init; } = 0.15;

    /// <summary>The same of zoom, as the logarithm of a ratio.</summary>
    public double ZoomSpread { get; init; } = 0.05;

    /// <summary>Most that a point turns from one frame to the next, and most by which it is turned where it is found again ...</summary>
    public double MaxTurnRadians { get; init; } = 0.5;

    /// <summary>... and the same of zoom: what fits only so much turned or enlarged is something else.</summary>
    public double MaxZoom { get; init; } = 0.25;

    /// <summary>Mean square of the slopes that noise has, as a share of its variance between two looks.</summary>
    public double NoiseSlopeShare { get; init; } = 0.2;

    /// <summary>Standard deviation of a step, in half sides, from which it is not known where the point went.</summary>
    public double MaxStepSpreadRatio { get; init; } = 0.1;

    /// <summary>Least contrast that is left of a look's.</summary>
    public double MinContrastRatio { get; init; } = 0.2;

    /// <summary>Share of a pixel's usual misfit that each new frame leaves standing.</summary>
    public double MisfitMemory { get; init; } = 0.9;

    /// <summary>A cell is strange when it fits so many times worse than usual ...</summary>
    public double StrangeMisfit { get; init; } = 3;

    /// <summary>... and worse than usual by this share of its own variance, ...</summary>
    public double StrangeShare { get; init; } = 0.5;

    /// <summary>... which counts as at least this share of the whole patch's.</summary>
    public double StrangeFloor { get; init; } = 0.3;

    /// <summary>Neighbouring pixels that err alike, as noise after smoothing and compression does: so many count as one.</summary>
    public double MisfitCorrelation { get; init; } = 6;

    /// <summary>Error of the place by looks that have changed, in half sides for a correlation that falls from 1 to 0.</summary>
    public double ChangedLookRatio { get; init; } = 0.6;

    /// <summary>Variance of a place over what noise and the change of looks account for: cloth stretches, skin slides, light wanders.</summary>
    public double Understatement { get; init; } = 2;

    /// <summary>Correlation with the frame before from which nothing better is looked for, ...</summary>
    public double PlainCorrelation { get; init; } = 0.93;

    /// <summary>... if so much of the patch goes along.</summary>
    public double PlainShare { get; init; } = 0.9;

    /// <summary>Of two places the one that explains more of the patch is better: no pixel's misfit counts for more than so many times the noise ...</summary>
    public double MostMisfitNoise { get; init; } = 9;

    /// <summary>... and this share of the patch's own variance.</summary>
    public double MostMisfitShare { get; init; } = 0.2;

    /// <summary>Correlation between one frame and the next: nothing changes its looks much in one frame, but what hides or uncovers it does.</summary>
    public double MinStepCorrelation { get; init; } = 0.8;

    /// <summary>Correlation with an older look from which the place is the same one.</summary>
    public double MinCorrelation { get; init; } = 0.75;

    /// <summary>Correlation from which a point that was lost is taken for found: by now anything may lie there.</summary>
    public double MinReturnCorrelation { get; init; } = 0.9;

    /// <summary>Nor is it found by a look that was itself hardly known to lie right, ...</summary>
    public double MinReturnConfidence { get; init; } = 0.4;

    /// <summary>... which must be known better where it is farther off than half a side: another hand or foot looks like the one that was lost.</summary>
    public double MinReturnConfidenceAfar { get; init; } = 0.7;

    /// <summary>Nor may its contrast have changed by more than this ratio, or its inverse, ...</summary>
    public double MinReturnContrast { get; init; } = 0.6;

    /// <summary>... nor its brightness by more grey levels.</summary>
    public double MaxReturnBrightening { get; init; } = 25;

    /// <summary>So many times worse must any other place fit.</summary>
    public double DistinctMisfit { get; init; } = 2;

    /// <summary>Share of the patch, by weight, that must be seen and go along with the rest: of a smaller part what covers it soon has the say.</summary>
    public double MinVisibleShare { get; init; } = 0.65;

    /// <summary>The same for a point that was lost, and of its detail too.</summary>
    public double MinReturnShare { get; init; } = 0.75;

    /// <summary>How far the way there and back may end from where it began, in half sides: cloth and skin stretch.</summary>
    public double MaxReturnErrorRatio { get; init; } = 0.1;

    /// <summary>Looks that are known at one time; the first one always stays.</summary>
    public int MaxLooks { get; init; } = 6;

    /// <summary>A lost point is looked for in each of so many frames, ...</summary>
    public int EagerFrames { get; init; } = 100;

    /// <summary>... then in each so many'th.</summary>
    public int PatientFrames { get; init; } = 3;

    /// <summary>Variance between two looks at the same thing that any camera leaves, in squared grey levels.</summary>
    public double LeastNoise { get; init; } = 1;

    /// <summary>The most that is put down to noise.</summary>
    public double MostNoise { get; init; } = 25;

    /// <summary>Most of a patch's variance that is ever taken for noise.</summary>
    public double MaxNoiseShare { get; init; } = 0.5;

    /// <summary>Two looks that differ less were copied by the encoder, one from the other: they say nothing of the noise.</summary>
    public double CopiedNoise { get; init; } = 0.1;

    /// <summary>Share by which the known noise follows what is seen, each frame.</summary>
    public double NoiseAdaptation { get; init; } = 0.1;

    /// <summary>A place that is right with less confidence is not told, though it is followed on: it may be known again.</summary>
    public double MinConfidence { get; init; } = 0.3;

    /// <summary>A place is right within so many pixels ...</summary>
    public double RightPixels { get; init; } = 0.5;

    /// <summary>... or this share of the patch's side, whichever is more.</summary>
    public double RightSideRatio { get; init; } = 0.05;
}
