using Clonus.Synthesis.Drawing;
using Clonus.Synthesis.LookAlikes;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Tests.Drawing;

public class LegPaintingTests
{
    [Fact]
    public void An_examiners_hand_is_seen_where_it_moves_the_foot()
    {
        var withHand = Shapes(null, Posture.Lying);

        Assert.Equal(withHand, Shapes(LookAlikeKind.ToAndFro, Posture.Lying));
        Assert.All(
            Enum.GetValues<LookAlikeKind>().Where(kind => kind != LookAlikeKind.ToAndFro),
            kind => Assert.Equal(Shapes(null, Posture.FootOnFloor), Shapes(kind, Posture.Sitting)));
        Assert.True(Shapes(null, Posture.FootOnFloor) < withHand);
    }

    private static int Shapes(LookAlikeKind? kind, Posture posture)
    {
        var script = StretchScript.Of(new StretchScene { LookAlike = kind is { } other ? new LookAlikeMotion(other) : null, Subject = new StretchSubject { Posture = posture } });
        return LegPainting.FootAndHand(script, script.PoseAt(0), 0).Length;
    }
}
