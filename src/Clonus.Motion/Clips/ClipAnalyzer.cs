using Clonus.Motion.Recording;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Clips;

/// <summary>The story: tracks in, findings out.</summary>
public static class ClipAnalyzer
{
    public static ClipFindings Analyze(TrackSet tracks, ClipInfo clip, AnalysisSettings settings) =>
        throw new NotImplementedException();
}
