using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Drawing;

namespace Clonus.Synthesis.Scripts;

/// <summary>What the contract calls a clip with these beats.</summary>
public enum TrueStatus
{
    Detected,
    RhythmicOnly,
    NotDetected,
}

public enum TrueTruncation
{
    None,
    Start,
    End,
    Both,
}

/// <summary>Where a sticker's centre is seen in each frame, mean over the exposure; null when more than half of it is hidden or outside of the picture.</summary>
public sealed record MarkerTruth(string Name, string Colour, ImmutableArray<ImagePoint?> Positions);

/// <summary>What is true of a clip, in the terms of the contract. The file is schema clonus.truth/1, in snake_case.</summary>
/// <param name="Side">The body side that is filmed.</param>
/// <param name="FrameTimesSeconds">After the first frame's presentation time.</param>
/// <param name="BeatsTotal">Beats with their peak and at least half of their return inside the clip, in all episodes.</param>
/// <param name="Sustained">More than five beats in one episode; null where no trigger was seen before them.</param>
/// <param name="Truncated">Where the clip's start or end cuts into the beats.</param>
/// <param name="AnkleAngleDegrees">For each frame, mean over the exposure, positive in dorsiflexion.</param>
public sealed record ClipTruth(
    string Schema,
    StretchScene Settings,
    BodySide Side,
    ImmutableArray<double> FrameTimesSeconds,
    TrueStatus Status,
    int BeatsTotal,
    int LongestEpisodeBeats,
    bool? Sustained,
    bool Borderline,
    TrueTruncation Truncated,
    StretchTruth? Stretch,
    ImmutableArray<BeatTruth> Beats,
    ImmutableArray<double> AnkleAngleDegrees,
    ImmutableArray<MarkerTruth> Markers)
{
    public const string SchemaName = "clonus.truth/1";

    /// <summary>How the camera stands in the middle of each frame's exposure against the first; empty when it is held still.</summary>
    public ImmutableArray<CameraPose> Camera { get; init; } = [];

    /// <summary>All stretches, the one of <see cref="Stretch"/> first.</summary>
    public ImmutableArray<StretchTruth> Stretches { get; init; } = [];

    /// <summary>
    /// Excursions of any depth that are not the examiner's. Those of at least the amplitude gate that come back by half, after a stretch or in a
    /// rhythm of the band, are the beats.
    /// </summary>
    public ImmutableArray<BeatTruth> Excursions { get; init; } = [];

    // The contract's amplitude gate of a recording without noise. More than five beats are sustained.
    private const double GateDegrees = 1.5;
    private const int BorderlineBeats = 5;
    private const double HiddenShare = 0.5;

    public static ClipTruth Of(StretchScript script)
    {
        var exposures = Enumerable.Range(0, script.Clock.FrameCount).Select(script.Exposure).ToImmutableArray();
        var side = script.Scene.Subject.ToesPoint;
        var lastFrame = script.Clock.TimeSeconds(script.Clock.FrameCount - 1);
        ImmutableArray<BeatTruth> excursions = [.. script.Plan.Beats.Where(b => b.TimeSeconds >= 0 && b.HalfReturnSeconds <= lastFrame)];
        ImmutableArray<StretchTruth> stretches = [.. script.Plan.Stretches.Where(s => s.EndSeconds <= lastFrame)];
        ImmutableArray<TrueEpisode> episodes = [.. TrueEpisode.Group([.. excursions.Where(IsBeat)], stretches).Where(e => e.IsRhythm)];
        ImmutableArray<BeatTruth> beats = [.. episodes.SelectMany(e => e.Beats)];
        var status = StatusOf(episodes);
        var longest = episodes.Where(e => status != TrueStatus.Detected || e.Trigger is not null).Select(e => e.Beats.Length).DefaultIfEmpty(0).Max();
        return new ClipTruth(
            SchemaName,
            script.Scene with { Camera = script.Scene.Camera.WithoutFolders() },
            side,
            script.Clock.TimesSeconds,
            status,
            beats.Length,
            longest,
            status == TrueStatus.RhythmicOnly ? null : longest > BorderlineBeats,
            longest == BorderlineBeats,
            episodes.IsEmpty ? TrueTruncation.None : TruncationOf([.. script.Plan.Beats.Where(IsBeat)], lastFrame),
            stretches.FirstOrDefault(),
            beats,
            [.. exposures.Select(poses => poses.Average(p => p.AngleDegrees))],
            [
                .. script.Scene.Subject.Stickers.Select(sticker => Follow(sticker, side, script, exposures, poses => poses, Over)),
                .. script.Scene.Subject.OtherStickers.Select(sticker => Follow(
                    sticker, side.Opposite, script, exposures,
                    poses => [.. poses.Select(pose => LegPose.Other(script.Staging, pose.Camera))], OverOther)),
            ])
        {
            Stretches = stretches,
            Excursions = excursions,
            Camera = script.Camera.Truth(script.Clock.TimesSeconds),
        };
    }

    /// <summary>What the contract calls a clip with these episodes.</summary>
    public static TrueStatus StatusOf(ImmutableArray<TrueEpisode> episodes) =>
        episodes.Any(e => e.IsRhythm && e.Trigger is not null) ? TrueStatus.Detected
        : episodes.Any(e => e.IsRhythm) ? TrueStatus.RhythmicOnly
        : TrueStatus.NotDetected;

    private static bool IsBeat(BeatTruth excursion) => excursion.AmplitudeDegrees >= GateDegrees && excursion.IsReturned;

    private static TrueTruncation TruncationOf(ImmutableArray<BeatTruth> beats, double lastFrame) =>
        (beats.Any(b => b.StartSeconds < 0), beats.Any(b => b.EndSeconds > lastFrame && b.StartSeconds < lastFrame)) switch
        {
            (true, true) => TrueTruncation.Both,
            (true, false) => TrueTruncation.Start,
            (false, true) => TrueTruncation.End,
            _ => TrueTruncation.None,
        };

    /// <param name="ofLeg">The poses of the leg that the sticker is on.</param>
    /// <param name="over">What is painted over that leg's stickers.</param>
    private static MarkerTruth Follow(
        Sticker sticker, BodySide side, StretchScript script, ImmutableArray<ImmutableArray<LegPose>> exposures,
        Func<ImmutableArray<LegPose>, ImmutableArray<LegPose>> ofLeg, Func<StretchScript, LegPose, double, IReadOnlyList<Shape>> over)
    {
        var picture = new PixelBox(0, 0, script.Staging.WidthPixels, script.Staging.HeightPixels);
        ImagePoint? Seen(ImmutableArray<LegPose> poses, int frame)
        {
            var time = script.Clock.TimeSeconds(frame);
            var centres = ofLeg(poses).Select(pose => pose.InPicture(sticker.Landmark, script.Staging)).ToArray();
            var hidden = centres.Zip(poses).Average(instant =>
            {
                var place = MarkerPlace.Round(instant.First, script.StickerDiameterPixels * instant.Second.Camera.Scale);
                return MarkerCover.HiddenShare(place, over(script, instant.Second, time), picture);
            });
            return hidden > HiddenShare ? null : new ImagePoint(centres.Average(c => c.X), centres.Average(c => c.Y));
        }

        return new MarkerTruth(new MarkerName(side, sticker.Landmark).ToString(), sticker.Spec, [.. exposures.Select(Seen)]);
    }

    private static Shape[] Over(StretchScript script, LegPose pose, double timeSeconds) => [.. LegPainting.Arms(script, pose, timeSeconds)];

    private static Shape[] OverOther(StretchScript script, LegPose pose, double timeSeconds) =>
        [.. LegPainting.Leg(script, pose), .. LegPainting.FootAndHand(script, pose, timeSeconds)];
}
