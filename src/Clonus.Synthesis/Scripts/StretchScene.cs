using Clonus.Synthesis.LookAlikes;

namespace Clonus.Synthesis.Scripts;

/// <summary>One clip in words: what the ankle does, who lies there, how it is filmed and how it is stored. Equal scenes give equal clips.</summary>
public sealed record StretchScene
{
    public StretchMotion Motion { get; init; } = new();

    /// <summary>Another movement in place of the stretch and its beats; null is the stretch.</summary>
    public LookAlikeMotion? LookAlike { get; init; }

    public StretchSubject Subject { get; init; } = new();

    public StretchCamera Camera { get; init; } = new();

    public EncodingSettings Encoding { get; init; } = new();

    public long Seed { get; init; } = 1;
}
