using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Vision.Camera;
using Clonus.Vision.Video;

namespace Clonus.Vision.Tracking;

/// <summary>What became of the frames: named tracks, what is doubtful, and the spots of colour that were followed but are no marker.</summary>
/// <param name="Others">The likeliest first.</param>
internal sealed record FollowedFrames(TrackSet Tracks, ImmutableArray<QualityIssue> Issues, ImmutableArray<LimbCandidate> Others);

/// <summary>Takes the frames of one clip in order and ends with named tracks. Memory does not grow with the pictures, only with the tracks.</summary>
internal sealed class FrameTracking
{
    private readonly TrackingSettings _settings;
    private readonly MarkerLinker? _linker;
    private readonly ImmutableArray<(MarkerRequest Request, PatchFollower Follower)> _followers;
    private readonly ImmutableArray<(MarkerRequest Request, TagFollower Follower)> _tags;
    private readonly ImmutableArray<TagSearch> _tagSearches;
    private readonly TagScout? _tagScout;
    private readonly ImmutableArray<double>.Builder _times = ImmutableArray.CreateBuilder<double>();
    private readonly CameraMotion? _camera;
    private int _firstFrameIndex;

    public FrameTracking(TrackingSettings settings)
    {
        _settings = settings;
        var stickers = settings.Markers.Select(m => m.Spec).OfType<LookSpec>().DistinctBy(spec => spec.Text).ToArray();
        if (stickers.Length > 0 || IsAutomatic)
        {
            _linker = new MarkerLinker(stickers, settings);
        }

        if (IsAutomatic)
        {
            _tagScout = new TagScout(settings);
        }

        if (settings.Camera.Estimate && settings.Markers.All(m => m.Name != MarkerName.Reference))
        {
            _camera = new CameraMotion(settings.Camera);
        }

        _followers = [.. settings.Markers.Where(m => m.Spec is PointSpec).Select(m => (m, new PatchFollower((PointSpec)m.Spec, settings.Patch)))];
        var tags = settings.Markers.Where(m => m.Spec is ArucoSpec).GroupBy(m => ((ArucoSpec)m.Spec).Dictionary)
            .Select(group => (Requests: group.ToArray(), Search: new TagSearch(TagDictionary.Find(group.Key)!, settings.Tag))).ToArray();
        _tagSearches = [.. tags.Select(t => t.Search)];
        _tags = [.. tags.SelectMany(t => t.Requests.Select(m => (m, new TagFollower((ArucoSpec)m.Spec, t.Search, settings.Tag, settings.Pattern))))];
    }

    private bool IsAutomatic => _settings.Markers.IsEmpty;

    /// <exception cref="InputException">A point lies outside the picture (Settings).</exception>
    public void Advance(VideoFrame frame)
    {
        var picture = PixelView.Of(frame.Image);
        if (_times.Count == 0)
        {
            _firstFrameIndex = frame.Index;
            foreach (var (request, _) in _followers)
            {
                RequireInside(request, picture.Width, picture.Height);
            }
        }

        _times.Add(frame.TimeSeconds);
        _camera?.Advance(picture, frame.TimeSeconds);
        _linker?.Advance(picture, frame.TimeSeconds);
        foreach (var (_, follower) in _followers)
        {
            follower.Advance(picture, frame.TimeSeconds);
        }

        _tagScout?.Advance(frame.Image, picture);
        foreach (var search in _tagSearches)
        {
            search.Begin();
        }

        foreach (var (_, follower) in _tags)
        {
            follower.Advance(frame.Image, picture);
        }
    }

    public FollowedFrames Finish()
    {
        var others = ImmutableArray<LimbCandidate>.Empty;
        var markers = ImmutableArray.CreateBuilder<MarkerTrack>();
        var issues = ImmutableArray.CreateBuilder<QualityIssue>();
        if (_linker is not null)
        {
            var spots = TrackJoiner.Join(_linker.Tracks, _times, _settings.Link, _settings.Join)
                .Select(t => new LimbCandidate([.. t.Samples], t.Quality, t.Look.DiameterPixels, t.Look.Core) { Kind = t.Look.Kind, SizePixels = t.SizePixels, AreasPixels = [.. t.AreasPixels] }).ToArray();
            LimbCandidate[] candidates = _tagScout is null ? spots : [.. LimbCandidate.WithTags(spots, _tagScout.Candidates)];
            var names = IsAutomatic ? MarkerNaming.Automatic(candidates, _settings) : RequestedNaming.Name(candidates, _settings);
            var whole = names.Whole.Candidates;
            markers.AddRange(names.Markers.Select(m => new MarkerTrack(m.Name, m.Spec, whole[m.Track].Samples) { SizePixels = whole[m.Track].SizePixels }));
            issues.AddRange(names.Issues);
            others = [.. whole.Where((_, i) => !names.Whole.Absorbed.Contains(i) && names.Markers.All(m => m.Track != i)).OrderByDescending(c => c.Quality)];
        }

        foreach (var (request, follower) in _followers)
        {
            markers.Add(new MarkerTrack(request.Name, request.Spec.Text, [.. follower.Samples]));
            if (Complaint(request, follower) is { } issue)
            {
                issues.Add(issue);
            }
        }

        foreach (var (request, follower) in _tags)
        {
            markers.Add(new MarkerTrack(request.Name, request.Spec.Text, [.. follower.Samples]) { SizePixels = follower.SizePixels });
            if (follower.SizePixels is null)
            {
                issues.Add(new QualityIssue(
                    "marker_not_found", IssueSeverity.Warning, $"{request.Name} was not found: no tag {request.Spec} was read surely", Marker: request.Name));
            }
        }

        var (times, named) = (_times.ToImmutable(), InOrderOfRequest(markers));
        var camera = times.IsEmpty ? null : _camera?.Finish(times, named);
        return new FollowedFrames(new TrackSet(times, named, _firstFrameIndex, camera?.Poses ?? []) { CameraStrays = camera?.Strays ?? false }, issues.ToImmutable(), others);
    }

    private static void RequireInside(MarkerRequest request, int width, int height)
    {
        var place = ((PointSpec)request.Spec).Place;
        if (place.X > width - 1 || place.Y > height - 1)
        {
            throw new InputException(InputFault.Settings, string.Create(
                CultureInfo.InvariantCulture,
                $"marker {request.Name}={request.Spec} lies outside the picture; the upright picture is {width}x{height}, so X is 0 to {width - 1} and Y 0 to {height - 1}"));
        }
    }

    private QualityIssue? Complaint(MarkerRequest request, PatchFollower follower) =>
        !follower.HasBegun
            ? new QualityIssue(
                "marker_not_found", IssueSeverity.Warning, $"{request.Name} was not found: {request.Spec} is later than the last frame analysed", Marker: request.Name)
            : follower.Texture < _settings.Patch.MinTexture
                ? new QualityIssue(
                    "marker_not_found", IssueSeverity.Warning, $"{request.Name} was not found: nothing at {request.Spec} stands out that could be followed", Marker: request.Name)
                : null;

    private ImmutableArray<MarkerTrack> InOrderOfRequest(IEnumerable<MarkerTrack> markers) =>
        [.. markers.OrderBy(marker => _settings.Markers.IndexOf(_settings.Markers.FirstOrDefault(r => r.Name == marker.Name)!))];
}
