using Clonus.Motion.Tracks;
using OpenCvSharp;

namespace Clonus.Vision.Tracking;

/// <summary>The tags of one dictionary in one picture: the whole picture is searched at most once for all who ask.</summary>
internal sealed class TagSearch(TagDictionary dictionary, TagSettings settings)
{
    private readonly TagDetector _detector = new(dictionary, settings);
    private List<SeenTag>? _whole;

    public TagDictionary Dictionary => dictionary;

    public void Begin() => _whole = null;

    public IReadOnlyList<SeenTag> Whole(Mat picture) => _whole ??= _detector.Find(picture, new PixelBox(0, 0, picture.Cols, picture.Rows), exact: true);

    public IReadOnlyList<SeenTag> Near(Mat picture, PixelBox box, bool exact) => _detector.Find(picture, box, exact);

    public CellPattern Pattern(int id) => _detector.Pattern(id);
}

/// <summary>
/// Follows one tag. Its own pattern is laid over the picture where it is expected, which needs no reading and bears blur; what fails is read
/// again nearby, then anywhere. What appears from nowhere must be read exactly in several frames before it is believed.
/// </summary>
internal sealed class TagFollower(ArucoSpec spec, TagSearch search, TagSettings settings, PatternSettings fit)
{
    private readonly CellPattern _pattern = search.Pattern(spec.Id);
    private readonly List<MarkerSample?> _samples = [];
    private readonly List<double> _sides = [];
    private readonly List<(int Frame, MarkerSample Sample, double Side)> _doubtful = [];
    private PatternMatch? _last;
    private ImagePoint _velocity;
    private int _missed;
    private int _readings;
    private bool _isBelieved;

    /// <summary>One entry a frame so far; null wherever it was not found.</summary>
    public IReadOnlyList<MarkerSample?> Samples => _samples;

    /// <summary>Median side of its black square; null when it was never found.</summary>
    public double? SizePixels => _sides.Count == 0 ? null : _sides.Order().ElementAt(_sides.Count / 2);

    public void Advance(Mat image, PixelView picture)
    {
        _samples.Add(null);
        if (Followed(picture) is { } match)
        {
            // What is only laid over the picture is read now and then as long as it is doubtful.
            See(match, isRead: !_isBelieved && IsRead(image, match.Pose));
        }
        else if (ReadAgain(image, picture) is { } found)
        {
            See(found, isRead: true);
        }
        else
        {
            Miss();
        }
    }

    private PatternMatch? Followed(PixelView picture)
    {
        if (_last is not { } last || _missed > settings.CoastFrames)
        {
            return null;
        }

        return Lay(picture, last.Pose with { Centre = last.Pose.Centre + (_velocity * (_missed + 1)) }, last.Blur, last.Pose.SidePixels)
            ?? (_velocity.Length > settings.MinStepPixels ? Lay(picture, last.Pose, last.Blur, last.Pose.SidePixels) : null);
    }

    private PatternMatch? ReadAgain(Mat image, PixelView picture)
    {
        if (_last is { } last && _missed <= settings.NearFrames)
        {
            var reach = settings.ReachSides * last.Pose.SidePixels * (1 + (0.5 * _missed));
            var near = search.Near(image, Around(picture, last.Pose.Centre, reach), exact: !_isBelieved);
            if (Best(near, picture, last.Pose.Centre, last.Pose.SidePixels) is { } match)
            {
                return match;
            }
        }

        // The whole picture costs as much as decoding it: in every second frame, and when nothing came of it for long, more seldom.
        return _missed % (_missed <= settings.EagerFrames ? settings.EagerEvery : settings.PatientEvery) == 0
            ? Best(search.Whole(image), picture, null, null)
            : null;
    }

    private PatternMatch? Best(IEnumerable<SeenTag> tags, PixelView picture, ImagePoint? expected, double? side)
    {
        PatternMatch? best = null;
        foreach (var tag in tags)
        {
            if (tag.Id == spec.Id
                && Lay(picture, tag.Pose, new EdgeBlur(fit.FirstBlurPixels, fit.FirstBlurPixels, 0), side) is { } match
                && (best is not { } known || Worth(match) > Worth(known)))
            {
                best = match;
            }
        }

        return best;

        double Worth(PatternMatch match) => expected is { } place ? -match.Pose.Centre.DistanceTo(place) : match.Agreement;
    }

    /// <summary>Null when the pattern is not there, or not of about the size that it had.</summary>
    private PatternMatch? Lay(PixelView picture, PlanePose pose, EdgeBlur blur, double? side) =>
        PatternFit.Settle(picture, _pattern, pose, blur, fit) is { } match
        && match.Agreement >= fit.MinAgreement && match.Contrast >= fit.MinContrast
        && match.Pose.SidePixels >= settings.MinSidePixels
        && (side is null || Math.Abs(Math.Log(match.Pose.SidePixels / side.Value)) <= Math.Log(settings.MaxSizeRatio))
            ? match
            : null;

    private bool IsRead(Mat image, PlanePose pose)
    {
        var picture = PixelView.Of(image);
        return search.Near(image, Around(picture, pose.Centre, pose.SidePixels), exact: true)
            .Any(tag => tag.Id == spec.Id && tag.Pose.Centre.DistanceTo(pose.Centre) < 0.25 * pose.SidePixels);
    }

    private void See(PatternMatch match, bool isRead)
    {
        var frame = _samples.Count - 1;
        var sample = new MarkerSample(match.Pose.Centre, match.Confidence(match.Pose.SidePixels, fit));
        if (_last is { } last)
        {
            var isNear = match.Pose.Centre.DistanceTo(last.Pose.Centre) <= settings.ReachSides * last.Pose.SidePixels * (1 + _missed);
            if (!isNear)
            {
                Doubt();
            }

            _velocity = isNear ? (match.Pose.Centre - last.Pose.Centre) * (1.0 / (_missed + 1)) : default;
        }

        (_last, _missed) = (match, 0);
        _readings += isRead ? 1 : 0;
        if (_isBelieved)
        {
            _samples[frame] = sample;
            _sides.Add(match.Pose.SidePixels);
            return;
        }

        _doubtful.Add((frame, sample, match.Pose.SidePixels));
        if (_readings >= (search.Dictionary.BitsAcross <= settings.FewBitsAcross ? settings.ReadingsOfFewBits : settings.ReadingsOfManyBits))
        {
            _isBelieved = true;
            foreach (var (then, seen, side) in _doubtful)
            {
                _samples[then] = seen;
                _sides.Add(side);
            }

            _doubtful.Clear();
        }
    }

    private void Miss()
    {
        _missed++;
        if (!_isBelieved && _missed > settings.DoubtFrames)
        {
            Doubt();
            _last = null;
        }
    }

    private void Doubt()
    {
        (_isBelieved, _readings) = (false, 0);
        _doubtful.Clear();
    }

    private static PixelBox Around(PixelView picture, ImagePoint centre, double reach)
    {
        var x0 = (int)Math.Clamp(Math.Floor(centre.X - reach), 0, picture.Width - 2);
        var y0 = (int)Math.Clamp(Math.Floor(centre.Y - reach), 0, picture.Height - 2);
        var x1 = (int)Math.Clamp(Math.Ceiling(centre.X + reach), x0 + 1, picture.Width - 1);
        var y1 = (int)Math.Clamp(Math.Ceiling(centre.Y + reach), y0 + 1, picture.Height - 1);
        return new PixelBox(x0, y0, x1 - x0 + 1, y1 - y0 + 1);
    }
}
