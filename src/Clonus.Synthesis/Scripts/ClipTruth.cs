using System.Collections.Immutable;
using Clonus.Motion.Tracks;

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

/// <summary>Where a sticker's centre is seen in each frame, mean over the exposure; null when any part of it is hidden or outside the picture.</summary>
public sealed record MarkerTruth(string Name, string Colour, ImmutableArray<ImagePoint?> Positions);

/// <summary>What is true of a clip, in the terms of the contract. The file is schema clonus.truth/1, in snake_case.</summary>
/// <param name="Side">The body side that is filmed.</param>
/// <param name="FrameTimesSeconds">After the first frame's presentation time.</param>
/// <param name="BeatsTotal">Beats with their peak and at least half of their return inside the clip.</param>
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

    // A trigger is a stretch of at least 5 degrees at 50 degrees a second or more; more than five beats are sustained.
    private const double TriggerDegrees = 5;
    private const double TriggerDegreesPerSecond = 50;
    private const int BorderlineBeats = 5;

    public static ClipTruth Of(StretchScript script)
    {
        var exposures = Enumerable.Range(0, script.Clock.FrameCount).Select(script.Exposure).ToImmutableArray();
        var side = script.Scene.Subject.ToesPoint;
        var lastFrame = script.Clock.TimeSeconds(script.Clock.FrameCount - 1);
        ImmutableArray<BeatTruth> beats = [.. script.Plan.Beats.Where(b => b.TimeSeconds >= 0 && b.HalfReturnSeconds <= lastFrame)];
        var stretch = script.Plan.Stretch is { } s && s.EndSeconds <= lastFrame ? s : null;
        var triggered = stretch is { AngleDegrees: >= TriggerDegrees, SpeedDegreesPerSecond: >= TriggerDegreesPerSecond };
        var status = beats.IsEmpty ? TrueStatus.NotDetected : triggered ? TrueStatus.Detected : TrueStatus.RhythmicOnly;
        return new ClipTruth(
            SchemaName,
            script.Scene,
            side,
            [.. Enumerable.Range(0, script.Clock.FrameCount).Select(script.Clock.TimeSeconds)],
            status,
            beats.Length,
            beats.Length,
            status == TrueStatus.RhythmicOnly ? null : beats.Length > BorderlineBeats,
            beats.Length == BorderlineBeats,
            TruncationOf(script.Plan.Beats, lastFrame),
            stretch,
            beats,
            [.. exposures.Select(poses => poses.Average(p => p.AngleDegrees))],
            [.. script.Scene.Subject.Stickers.Select(sticker => Follow(sticker, side, script, exposures))]);
    }

    private static TrueTruncation TruncationOf(ImmutableArray<BeatTruth> beats, double lastFrame) =>
        (beats.Any(b => b.StartSeconds < 0), beats.Any(b => b.EndSeconds > lastFrame && b.StartSeconds < lastFrame)) switch
        {
            (true, true) => TrueTruncation.Both,
            (true, false) => TrueTruncation.Start,
            (false, true) => TrueTruncation.End,
            _ => TrueTruncation.None,
        };

    private static MarkerTruth Follow(Sticker sticker, BodySide side, StretchScript script, ImmutableArray<ImmutableArray<LegPose>> exposures) => new(
        new MarkerName(side, sticker.Landmark).ToString(),
        sticker.Colour.ToString().ToLowerInvariant(),
        [.. exposures.Select((poses, frame) => Seen(sticker.Landmark, frame, script, poses))]);

    private static ImagePoint? Seen(Landmark landmark, int frame, StretchScript script, ImmutableArray<LegPose> poses)
    {
        var (staging, time) = (script.Staging, script.Clock.TimeSeconds(frame));
        var radius = script.StickerDiameterPixels / 2;
        var arms = script.Scene.Subject.Occlusions.Select(o => Arm.At(time, o, script));
        var hidden = arms.Any(arm => arm is not null && poses.Any(p => arm.Touches(p.Sticker(landmark), radius / staging.PixelsPerMillimetre)));
        var centres = poses.Select(p => p.InPicture(landmark, staging)).ToArray();
        var outside = centres.Any(c =>
            c.X < radius - 0.5 || c.Y < radius - 0.5 || c.X > staging.WidthPixels - 0.5 - radius || c.Y > staging.HeightPixels - 0.5 - radius);
        return hidden || outside ? null : new ImagePoint(centres.Average(c => c.X), centres.Average(c => c.Y));
    }
}
