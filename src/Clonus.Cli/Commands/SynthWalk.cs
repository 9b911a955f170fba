using System.Collections.Immutable;
using System.CommandLine;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Cli.Commands;

/// <summary>clonus synth walk -o FILE: a walking person with markers.</summary>
internal static class SynthWalk
{
    private static readonly FilmOptions Film = new(new WalkScene().Camera);

    private static readonly Option<string?> From = FromOption.Create();
    private static readonly Option<double?> Speed = SceneOption.Numbered("--speed", "M_PER_S", "How fast the person walks [1.15; with a pattern 0.8, with step_to 0.4]");
    private static readonly Option<double?> Cadence = SceneOption.Numbered("--cadence", "PER_MIN", "Steps a minute [what the speed and the stature usually come with]");
    private static readonly Option<bool> Treadmill = new("--treadmill") { Description = "The person stays in place" };
    private static readonly Option<double?> Stand = SceneOption.Numbered("--stand", "S", "The person stands so long before and after [0]");
    private static readonly Option<WalkView?> View = SceneOption.Valued(
        "--view", "sagittal|frontal|back", "Where the camera is: beside, before or behind the person; side and front are understood too [sagittal]", ViewOf, "sagittal, frontal, back");

    private static readonly Option<BodySide?> WalksTo =
        SceneOption.Chosen("--walks-to", "Seen from the side: where to; the leg of that side is the near one [right]", BodySide.Left, BodySide.Right);

    private static readonly Option<WalkFraming?> Framing = SceneOption.Chosen<WalkFraming>("--framing", "What the picture holds [body]");
    private static readonly Option<WalkClothes?> Clothes = SceneOption.Chosen<WalkClothes>("--clothes", "Stickers are on the skin, or on trousers [shorts]");
    private static readonly Option<SkinTone?> Skin = SceneOption.Chosen<SkinTone>("--skin", "Fitzpatrick's skin tone [II]");
    private static readonly Option<double?> Stature = SceneOption.Numbered("--stature", "MM", "[1500 to 1950, by the seed]");
    private static readonly Option<BodySide?> Leg = SceneOption.Chosen("--leg", "Mark this leg only [both]", BodySide.Left, BodySide.Right);
    private static readonly Option<ImmutableArray<Landmark>?> Markers = SceneOption.Valued(
        "--markers", "LIST", "Stickers on: shoulder, hip, knee, ankle, heel, toe, as far as the view shows them, or none [hip,knee,ankle,heel,toe]",
        text => SceneText.Markers(text, [Landmark.Shoulder, .. WalkSubject.UsualLandmarks]),
        "names of shoulder, hip, knee, ankle, heel and toe with commas between, or none");

    private static readonly Option<StickerChoice[]> Stickers = SceneOption.Repeated(
        "--sticker", "COLOUR|NAME=COLOUR", "Colour of all stickers, of a leg (left=red), of a marker (knee=red) or of one (left.knee=red) [green]", SceneText.SidedSticker,
        "COLOUR or NAME=COLOUR, where NAME is a side, a marker or SIDE.MARKER, with " + SceneText.Words<StickerColour>());

    private static readonly Option<double?> StickerSize = SceneOption.Numbered("--sticker-size", "MM", "Diameter [32]");

    public static Command Create() => SceneCommand.Create(
        "walk",
        "A person who walks across the picture, towards the camera or away from it, or on a treadmill",
        [
            From, Speed, Cadence, Treadmill, Stand, .. WalkPatternOptions.All, View, WalksTo, Framing, Clothes, Skin, Stature, Leg, Markers, Stickers, StickerSize, .. Film.All,
        ],
        (parsed, path, cancel) => parsed.GetValue(From) is { } recording
            ? ClipWriter.Write(RecordedScene(parsed), FromOption.Read(recording), path, null, cancel)
            : ClipWriter.Write(Scene(parsed), path, null, cancel),
        truth => (truth.Legs.IsEmpty ? "a recorded walk" : $"{truth.Legs.Sum(leg => leg.ContactsSeconds.Length)} steps", truth.FrameTimesSeconds.Length, truth.Settings.Camera));

    private static WalkScene RecordedScene(ParseResult parsed)
    {
        FromOption.Refuse(parsed, [Speed, Cadence, Treadmill, Stand, Stature, .. WalkPatternOptions.All]);
        return Scene(parsed);
    }

    private static WalkScene Scene(ParseResult parsed)
    {
        var usual = new WalkScene();
        return new WalkScene
        {
            Motion = WalkPatternOptions.Of(
                new WalkMotion
                {
                    MetresPerSecond = parsed.GetValue(Speed),
                    CadencePerMinute = parsed.GetValue(Cadence),
                    Treadmill = parsed.GetValue(Treadmill),
                    StandSeconds = parsed.GetValue(Stand) ?? 0,
                },
                parsed),
            Subject = Marked(parsed, Subject(parsed, usual.Subject)),
            Camera = Film.Camera(parsed),
            Encoding = Film.Encoding(parsed),
            Seed = Film.SeedOf(parsed),
        };
    }

    private static WalkView? ViewOf(string text) => text.ToLowerInvariant() switch
    {
        "sagittal" => WalkView.Side,
        "frontal" => WalkView.Front,
        _ => SceneText.Word<WalkView>(text),
    };

    private static WalkSubject Subject(ParseResult parsed, WalkSubject usual) => new()
    {
        View = parsed.GetValue(View) ?? usual.View,
        WalksTo = parsed.GetValue(WalksTo) ?? usual.WalksTo,
        Framing = parsed.GetValue(Framing) ?? usual.Framing,
        Clothes = parsed.GetValue(Clothes) ?? usual.Clothes,
        Skin = parsed.GetValue(Skin) ?? usual.Skin,
        StickerMillimetres = parsed.GetValue(StickerSize) ?? usual.StickerMillimetres,
        StatureMillimetres = parsed.GetValue(Stature),
    };

    private static WalkSubject Marked(ParseResult parsed, WalkSubject subject)
    {
        var colours = parsed.GetValue(Stickers) ?? [];
        ImmutableArray<BodySide> legs = parsed.GetValue(Leg) is { } leg ? [leg] : [BodySide.Left, BodySide.Right];
        var landmarks = parsed.GetValue(Markers) ?? WalkSubject.UsualLandmarks;
        return subject with { Stickers = subject.Marked(legs, landmarks, (side, landmark) => StickerChoice.ColourOf(side, landmark, colours)) };
    }
}
