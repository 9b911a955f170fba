using System.Collections.Immutable;
using Clonus.Motion;
using Clonus.Motion.Recording;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Import;

/// <summary>A file of trajectories as a clip: its named markers over its frames, what is known of it, and what is doubtful.</summary>
/// <param name="Events">Of the file, on the clip's clock.</param>
public sealed record ImportedClip(TrackSet Tracks, ClipInfo Clip, ImmutableArray<QualityIssue> Issues, ImmutableArray<TrialEvent> Events);

/// <summary>From a file's own labels, units and clock to marker names, pixels or millimetres, and real seconds from the first frame on.</summary>
public static class TrackImport
{
    // As of videos: a tenth of an interval, or times that are rounded to milliseconds; a fiftieth of them may be dropped frames.
    private const double AlikeShare = 0.1;
    private const double AlikeSeconds = 0.0011;
    private const double UnlikeShare = 0.02;

    /// <param name="id">The clip's id in the result.</param>
    /// <exception cref="InputException">The file has no times and none were given; a label that was given is not there; the time range holds no frame.</exception>
    public static ImportedClip Import(Trajectories file, string id, ImportSettings settings, ImportRequest request)
    {
        var issues = new List<QualityIssue>(file.Issues);
        var timed = ClipClock.Set(file, settings, request, issues);
        var range = timed.Within(request);
        var picture = settings.PictureSize ?? request.Video?.PictureSize;
        var placed = ClipPlaces.Set(file, settings, picture, issues);
        string?[] labels = [.. LabelText.Unique(file.Points.Select(p => p.Label)).Zip(file.Points, (label, point) => point.Kind == PointKind.Position ? label : null)];
        labels = Individuals.Choose(file, labels, request, placed.IsSurelySeen, out var several);
        if (several is not null)
            issues.Add(several);
        var named = NamedPoints.Find(labels, i => Enumerable.Range(0, file.FrameCount).Any(frame => placed.IsSurelySeen(file.Points[i], frame)), Bare(request, file), isMirrored: request.Mirror && !file.IsSpatial);
        issues.AddRange(named.Issues);
        if (named.Markers.Select(m => file.Points[m.Point].Label).FirstOrDefault(label => file.Points.Count(p => p.Label == label) > 1) is { } twice)
            issues.Add(new QualityIssue("labels_twice", IssueSeverity.Info, $"Several points are labelled {twice}: the first was taken; label:{twice}_2 is the second."));
        var (start, length) = range.GetOffsetAndLength(file.FrameCount);
        ImmutableArray<double> times = [.. timed.TimesSeconds.Skip(start).Take(length)];
        var (hips, computed) = file.IsSpatial && !named.Markers.Any(m => m.Name.Landmark == Landmark.Hip)
            ? HipCentres.Of(labels, i => placed.Samples(file.Points[i], start, length))
            : ([], null);
        if (computed is not null)
            issues.Add(computed);
        var tracks = new TrackSet(
            times,
            [.. named.Markers.Select(m => new MarkerTrack(m.Name, m.Label, placed.Samples(file.Points[m.Point], start, length))), .. hips],
            file.Frames[start],
            file.Camera.IsEmpty ? [] : [.. file.Camera.Skip(start).Take(length)])
        {
            IsSpatial = placed.IsSpatial,
        };
        if (placed.LeftOut(file.Points, named.Markers.Select(m => m.Point), start, length) is { } unsure)
            issues.Add(unsure);
        return new ImportedClip(tracks, Describe(file, id, times, timed, settings.Fps ?? request.Video?.FpsNominal * timed.TimeScale, picture), [.. issues], [.. file.Events.Select(e => e with { TimeSeconds = timed.OfEvent(e.TimeSeconds) })]);
    }

    // "individual.ankle" is that individual's ankle.
    private static ImportRequest Bare(ImportRequest request, Trajectories file) => request with
    {
        Markers = [.. request.Markers.Select(m => file.Points.Select(p => p.Owner).FirstOrDefault(owner => owner is not null && m.Label.StartsWith(owner + ".", StringComparison.OrdinalIgnoreCase)) is { } owner
            ? m with { Label = m.Label[(owner.Length + 1)..] }
            : m)],
    };

    private static ClipInfo Describe(Trajectories file, string id, ImmutableArray<double> times, ClipClock clock, double? given, PictureSize? picture)
    {
        var interval = FrameTiming.MedianIntervalSeconds(times);
        var even = FrameTiming.EvenIntervalSeconds(times, AlikeShare, AlikeSeconds, UnlikeShare);
        var nominal = file.RateHz ?? (file.TimesSeconds is null || file.TimesAreInferred ? given : null);
        return new ClipInfo(
            id, ClipKind.Tracks, times.Length, file.FramesDeclared,
            times[^1] - times[0] + ((even ?? interval) ?? (clock.TimeScale / nominal) ?? 0),
            clock.StartSeconds, clock.TimeScale, nominal / clock.TimeScale, 1 / (even ?? interval), interval is not null && even is null,
            picture?.Width, picture?.Height, Codec: null, RotationDegrees: null)
        {
            Format = file.Format.ToString().ToLowerInvariant(),
        };
    }
}
