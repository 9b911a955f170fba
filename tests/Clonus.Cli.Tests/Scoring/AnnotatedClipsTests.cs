using Clonus.Cli.Scoring;
using Clonus.Formats;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests.Scoring;

/// <summary>Which annotation is about which result.</summary>
public sealed class AnnotatedClipsTests
{
    [Theory]
    [InlineData("clip")]
    [InlineData("clip.mp4")]
    [InlineData("/home/x/clip.mov")]
    [InlineData("C:\\films\\clip.avi")]
    public void A_clip_is_known_by_its_id_its_name_or_its_path(string file)
    {
        Assert.Equal("clip", Single(file, side: null, Found("clip", left: true)).Id);
    }

    [Fact]
    public void The_id_itself_comes_before_a_name_that_ends_alike()
    {
        FoundResult[] results = [Found("visit.1", left: true), Found("visit", left: true)];

        Assert.Equal("visit.1", Single("visit.1", side: null, results).Id);
        Assert.Equal("visit", Single("visit.mp4", side: null, results).Id);
    }

    [Fact]
    public void Names_are_compared_letter_by_letter()
    {
        Assert.Equal(ComparisonStatus.Compared, Single("Übung 日本.mp4", side: null, Found("Übung 日本", left: true)).Status);
        Assert.Equal(ComparisonStatus.WithoutResult, Single("Clip.mp4", side: null, Found("clip", left: true)).Status);
    }

    [Fact]
    public void Of_clips_of_one_name_the_path_tells_which()
    {
        FoundResult[] results = [Found("clip", left: true, folder: "/results/may/clip"), Found("clip", right: true, folder: "/results/june/clip")];

        Assert.Equal(BodySide.Right, Single("june/clip.mp4", side: null, results).Side);
        var error = Assert.Throws<InputException>(() => Single("clip.mp4", side: null, results));
        Assert.Equal(InputFault.Settings, error.Fault);
        Assert.Contains("/results/may/clip or /results/june/clip", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_side_needs_no_name_and_one_of_two_does()
    {
        Assert.Equal(BodySide.Left, Single("clip", side: null, Found("clip", left: true)).Side);
        Assert.Equal(BodySide.Right, Single("clip", BodySide.Right, Found("clip", left: true, right: true)).Side);
        var error = Assert.Throws<InputException>(() => Single("clip", side: null, Found("clip", left: true, right: true)));
        Assert.Equal("t.csv, line 2: the result of clip has several sides: say left or right in the column side", error.Message);
    }

    [Fact]
    public void A_side_that_one_of_the_two_does_not_know_is_the_only_one()
    {
        Assert.Equal(ComparisonStatus.Compared, Single("clip", BodySide.Left, Found("clip", unknown: true)).Status);
        Assert.Equal(ComparisonStatus.Compared, Single("clip", BodySide.Unknown, Found("clip", right: true)).Status);
        Assert.Equal(ComparisonStatus.WithoutResult, Single("clip", BodySide.Left, Found("clip", right: true)).Status);
    }

    [Fact]
    public void Two_annotations_of_one_side_are_refused_and_two_raters_are_not()
    {
        Annotation[] both = [Said("clip", null) with { Place = "a.csv, line 2" }, Said("clip.mp4", BodySide.Left) with { Place = "b.csv, line 9" }];

        var error = Assert.Throws<InputException>(() => AnnotatedClips.Match(both, [Found("clip", left: true)]));
        Assert.StartsWith("a.csv, line 2 and b.csv, line 9 are both about clip (left)", error.Message, StringComparison.Ordinal);

        Annotation[] raters = [both[0] with { Rater = "A" }, both[1] with { Rater = "B" }];
        Assert.Equal(2, AnnotatedClips.Match(raters, [Found("clip", left: true)]).Annotated.Length);
    }

    [Fact]
    public void The_other_side_of_an_annotated_clip_is_named_as_not_annotated()
    {
        var matched = AnnotatedClips.Match([Said("clip", BodySide.Left)], [Found("clip", left: true, right: true), Found("none")]);

        Assert.Equal([new ClipSide("clip", BodySide.Right), new ClipSide("none", null)], matched.WithoutAnnotation);
    }

    private static AnnotatedSide Single(string file, BodySide? side, params FoundResult[] results) =>
        Assert.Single(AnnotatedClips.Match([Said(file, side)], results).Annotated);

    private static Annotation Said(string file, BodySide? side) => new(file, side, Rater: null, 3, null, null, null, "t.csv, line 2");

    private static FoundResult Found(string id, bool left = false, bool right = false, bool unknown = false, string? folder = null)
    {
        var beats = CountedResults.Beats(3);
        return new FoundResult(folder ?? "/results/" + id, CountedResults.Result(id, left ? beats : null, right ? beats : null, unknown ? beats : null));
    }
}
