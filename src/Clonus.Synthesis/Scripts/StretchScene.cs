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

    /// <summary>Whose hand moves the foot is seen; a patient who moves it alone is not helped.</summary>
    internal bool HasExaminer => LookAlike is null or { Kind: LookAlikeKind.ToAndFro };

    internal double RestDegrees => LookAlike?.Rest ?? Motion.RestDegrees;

    /// <summary>The angle at which a foot on the floor has its whole sole there: where a stretch holds it, where another movement starts.</summary>
    internal double FlatDegrees => LookAlike?.Rest ?? (Motion.RestDegrees + Motion.StretchDegrees);
}
