using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;
using Sticker = Clonus.Synthesis.Scripts.Sticker;

namespace Clonus.Scorecard.Naming;

/// <summary>One row of filmed clips: the scene that a seed gives, a stretch or a walk.</summary>
internal sealed record FilmCondition(string Text, Func<long, StretchScene>? Stretch, Func<long, WalkScene>? Walk);

/// <summary>Names of markers in clips that were drawn, stored as H.264 and tracked without any option.</summary>
internal static class FilmedNaming
{
    private static readonly ImmutableArray<Landmark> Usual = [Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe];

    public static readonly ImmutableArray<FilmCondition> WithMarkers =
    [
        new("stretch, lying", seed => Stretched(seed), null),
        new("stretch, sitting", seed => Stretched(seed) with { Camera = new StretchCamera { WidthPixels = 360, HeightPixels = 640 } }, null),
        new("stretch, a foot at rest, camera shaken", seed => Stretched(seed) with
        {
            Motion = new StretchMotion { Beats = 0, StretchDegrees = 1, KneeMotionMillimetres = 0 },
            Camera = new StretchCamera { Shake = new CameraShake(4, 5) },
        }, null),
        new("stretch, hip to toe, a colour each", seed => Stretched(seed, [Landmark.Hip, .. Usual], (_, i) => (StickerColour)(2 * i)), null),
        new("walk from the side, both legs", null, seed => Walking(seed, WalkView.Side, [BodySide.Left, BodySide.Right])),
        new("walk from the side, near leg", null, seed => Walking(seed, WalkView.Side, [seed % 2 == 0 ? BodySide.Left : BodySide.Right])),
        new("walk from the side, both legs, treadmill", null, seed => Walking(seed, WalkView.Side, [BodySide.Left, BodySide.Right], treadmill: true)),
        new("walk from the front, both legs", null, seed => Walking(seed, WalkView.Front, [BodySide.Left, BodySide.Right])),
        new("walk from the front, both legs, treadmill", null, seed => Walking(seed, WalkView.Front, [BodySide.Left, BodySide.Right], treadmill: true)),
        new("walk from behind, both legs", null, seed => Walking(seed, WalkView.Back, [BodySide.Left, BodySide.Right])),
        new("walk from behind, both legs, treadmill", null, seed => Walking(seed, WalkView.Back, [BodySide.Left, BodySide.Right], treadmill: true)),
    ];

    public static readonly ImmutableArray<FilmCondition> WithoutMarkers =
    [
        new("stretch, no stickers", seed => Stretched(seed, [], (_, _) => StickerColour.Green), null),
        new("walk from the side, no stickers", null, seed => Walking(seed, WalkView.Side, [])),
        new("walk from the front, no stickers", null, seed => Walking(seed, WalkView.Front, [])),
    ];

    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static NamingOutcome Outcome(FilmCondition condition, long seed, string path, CancellationToken cancel)
    {
        var truth = condition.Stretch is { } stretch
            ? ClipWriter.Write(stretch(seed), path, null, cancel).Truth.Markers
            : ClipWriter.Write(condition.Walk!(seed), path, null, cancel).Truth.Markers;
        var tracks = ClipTracker.Track(path, "clip", new VideoSettings(), new TrackingSettings(), null, cancel).Tracks;
        File.Delete(path);
        // What was seen too shortly to be followed need not be named.
        var markers = truth.Where(m => m.Positions.Count(p => p is not null) >= 8).ToArray();
        var at = tracks.Markers.Select(t => Array.FindIndex(markers, m => IsAt(t, m))).ToArray();
        return NamingScore.Of(
            [.. markers.Select(m => MarkerName.TryParse(m.Name, out var name) ? name : (MarkerName?)null), null],
            [.. tracks.Markers.Select((t, i) => (t.Name, t.Spec, at[i] < 0 ? markers.Length : at[i]))]);
    }

    private static bool IsAt(MarkerTrack track, MarkerTruth marker)
    {
        var apart = track.Samples.Zip(marker.Positions, (s, p) => s is { } seen && p is { } place ? seen.Position.DistanceTo(place) : (double?)null).OfType<double>().Order().ToArray();
        return apart.Length > 0 && apart[apart.Length / 2] < 3;
    }

    private static StretchScene Stretched(long seed) => Stretched(seed, Usual, (_, _) => (StickerColour)(seed % 9));

    private static StretchScene Stretched(long seed, ImmutableArray<Landmark> landmarks, Func<Landmark, int, StickerColour> colour) => VariedScene.Of(new SweepCase((int)(seed % 12), 4 + (seed % 4), 30, seed, true)) with
    {
        Seed = seed,
        Subject = new StretchSubject
        {
            Skin = (SkinTone)(seed % 6),
            ToesPoint = seed % 2 == 0 ? BodySide.Left : BodySide.Right,
            Stickers = [.. landmarks.Select((landmark, i) => new Sticker(landmark, colour(landmark, i)))],
        },
    };

    private static WalkScene Walking(long seed, WalkView view, ImmutableArray<BodySide> legs, bool treadmill = false)
    {
        var subject = new WalkSubject { View = view, WalksTo = seed % 2 == 0 ? BodySide.Left : BodySide.Right, Clothes = (WalkClothes)(seed % 2), Skin = (SkinTone)(seed % 6) };
        return new WalkScene
        {
            Seed = seed,
            Motion = new WalkMotion { Treadmill = treadmill },
            Subject = subject with { Stickers = subject.Marked(legs, WalkSubject.UsualLandmarks, (_, _) => (StickerColour)(1 + (seed % 7))) },
        };
    }
}
