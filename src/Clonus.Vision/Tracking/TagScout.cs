using Clonus.Motion.Tracks;
using OpenCvSharp;

namespace Clonus.Vision.Tracking;

/// <summary>
/// Tags in a clip of which nothing is known: those of the usual dictionary. The picture is searched now and then, and what was read is followed;
/// chance hardly reads a tag of a known id exactly in several frames.
/// </summary>
internal sealed class TagScout(TrackingSettings settings)
{
    private readonly TagSearch _search = new(TagDictionary.Default, settings.Tag);
    private readonly SortedDictionary<int, (int FirstFrame, TagFollower Follower)> _followers = [];
    private LimbCandidate[]? _candidates;
    private int _frame;

    public void Advance(Mat image, PixelView picture)
    {
        _search.Begin();
        // Who films tags has them in sight soon; after that only what is followed costs anything.
        if (_frame % settings.Tag.ScoutEvery == 0 && _frame < settings.Tag.EagerFrames)
        {
            foreach (var tag in _search.Whole(image).Where(tag => !_followers.ContainsKey(tag.Id)))
            {
                var spec = new ArucoSpec($"aruco:{tag.Id}", TagDictionary.Default.Name, tag.Id);
                _followers[tag.Id] = (_frame, new TagFollower(spec, _search, settings.Tag, settings.Pattern));
            }
        }

        foreach (var (_, follower) in _followers.Values)
        {
            follower.Advance(image, picture);
        }

        _frame++;
    }

    /// <summary>What was read surely, as candidates for a limb's markers.</summary>
    public IReadOnlyCollection<LimbCandidate> Candidates => _candidates ??=
    [
        .. _followers.Where(f => f.Value.Follower.SizePixels is not null).Select(f => new LimbCandidate(
            [.. Enumerable.Repeat<MarkerSample?>(null, f.Value.FirstFrame), .. f.Value.Follower.Samples], 1, f.Value.Follower.SizePixels!.Value, default)
        {
            Tag = new ArucoSpec($"aruco:{f.Key}", TagDictionary.Default.Name, f.Key),
            SizePixels = f.Value.Follower.SizePixels,
        }),
    ];
}
