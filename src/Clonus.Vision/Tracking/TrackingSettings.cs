using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Vision.Camera;

namespace Clonus.Vision.Tracking;

/// <summary>How markers are seen: every number of the tracking stages.</summary>
public sealed record TrackingSettings
{
    /// <summary>The markers to follow; empty: stickers are found and named automatically.</summary>
    public ImmutableArray<MarkerRequest> Markers { get; init; } = [];

    /// <summary>The body side that is filmed; unknown names markers "unknown.…" when they are named automatically.</summary>
    public BodySide Side { get; init; } = BodySide.Unknown;

    /// <summary>From where the legs are seen; null when it is not known.</summary>
    public LegView? View { get; init; }

    /// <summary>Whether who is seen from the front or from behind faces the camera; null when it is not known.</summary>
    public bool? FacesCamera { get; init; }

    /// <summary>The picture is a mirror image. Positions stay those of the picture as stored; only what is read off the picture about
    /// left and right turns: which leg of two is the nearer one's side.</summary>
    public bool Mirror { get; init; }

    public StickerSettings Sticker { get; init; } = new();

    public RimSettings Rim { get; init; } = new();

    public LinkSettings Link { get; init; } = new();

    public SwiftSettings Swift { get; init; } = new();

    public JoinSettings Join { get; init; } = new();

    public PieceSettings Piece { get; init; } = new();

    public PatchSettings Patch { get; init; } = new();

    public PatternSettings Pattern { get; init; } = new();

    public TagSettings Tag { get; init; } = new();

    public LimbPolicy Limb { get; init; } = new();

    public CameraSettings Camera { get; init; } = new();
}
