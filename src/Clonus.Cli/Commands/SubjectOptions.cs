using System.Collections.Immutable;
using System.CommandLine;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Cli.Commands;

/// <summary>The options of synth that say whose leg is seen, how it is marked and what is around it: the same for every movement of one ankle.</summary>
/// <param name="usualPosture">Null is what fits the picture's shape.</param>
internal sealed class SubjectOptions(Posture? usualPosture = null)
{
    private readonly Option<Posture?> _posture =
        SceneOption.Chosen<Posture>("--posture", usualPosture is null ? "What fits the picture's shape, unless given" : $"How the person lies, sits or stands [{Word(usualPosture)}]");

    private readonly Option<BodySide?> _viewSide = SceneOption.Chosen("--view-side", "Where the toes point; the leg of that side is seen from outside [right]", BodySide.Left, BodySide.Right);
    private readonly Option<SkinTone?> _skin = SceneOption.Chosen<SkinTone>("--skin", "Fitzpatrick's skin tone [II]");
    private readonly Option<ImmutableArray<Landmark>?> _markers =
        SceneOption.Valued("--markers", "LIST", "Stickers on: hip, knee, ankle, heel, toe, or none [knee,ankle,heel,toe]", text => SceneText.Markers(text, [Landmark.Hip, .. new StretchSubject().Stickers.Select(s => s.Landmark)]), "names of hip, knee, ankle, heel and toe with commas between, or none");

    private readonly Option<StickerChoice[]> _stickers =
        SceneOption.Repeated("--sticker", "COLOUR|NAME=COLOUR", "Colour of all stickers, or of one [green]", SceneText.Sticker, "COLOUR or MARKER=COLOUR with " + SceneText.Words<StickerColour>());

    private readonly Option<double?> _stickerSize = SceneOption.Numbered("--sticker-size", "PX", "Diameter [20 mm]");
    private readonly Option<Occlusion[]> _occlude =
        SceneOption.Repeated("--occlude", "MARKER@START:END", "An arm hides the marker for a while", SceneText.Occlusion, "MARKER@START:END in seconds, such as ankle@1.5:1.8");

    private readonly Option<OtherLeg?> _otherLeg = SceneOption.Chosen<OtherLeg>("--other-leg", "What is seen of the leg behind [none on the couch, bare on the floor]");
    private readonly Option<Distractor[]> _distractors = SceneOption.Repeated(
        "--distractor", "THING=COLOUR", "A thing near a marker's colour: " + SceneText.Words<DistractorKind>(), SceneText.Distractor,
        $"THING=COLOUR with {SceneText.Words<DistractorKind>()} and {SceneText.Words<StickerColour>()}");

    public Option[] All => [_posture, _viewSide, _skin, _markers, _stickers, _stickerSize, _occlude, _otherLeg, _distractors];

    public StretchSubject Subject(ParseResult parsed)
    {
        var usual = new StretchSubject();
        var colours = parsed.GetValue(_stickers) ?? [];
        var landmarks = parsed.GetValue(_markers) ?? [.. usual.Stickers.Select(s => s.Landmark)];
        return new StretchSubject
        {
            Posture = parsed.GetValue(_posture) ?? usualPosture,
            ToesPoint = parsed.GetValue(_viewSide) ?? usual.ToesPoint,
            Skin = parsed.GetValue(_skin) ?? usual.Skin,
            Stickers = [.. landmarks.Select(landmark => new Sticker(landmark, StickerChoice.ColourOf(BodySide.Unknown, landmark, colours)))],
            StickerDiameterPixels = parsed.GetValue(_stickerSize),
            Occlusions = [.. parsed.GetValue(_occlude) ?? []],
            OtherLeg = parsed.GetValue(_otherLeg),
            Distractors = [.. parsed.GetValue(_distractors) ?? []],
        };
    }

    private static string? Word(Posture? posture) => posture?.ToString().ToLowerInvariant();
}
