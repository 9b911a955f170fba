using Clonus.Cli.Scoring;

namespace Clonus.Cli.Tests.Scoring;

public sealed class ScoreTextTests
{
    [Fact]
    public void A_table_for_the_console()
    {
        using var text = new StringWriter();
        ScoreText.Write(text, BlandAltmanPlotTests.Score((5, 4), (6, 6), (9, 7), (0, 0)));

        Assert.Equal(
            """
            clonus and A <&> B: 4 annotated, 4 compared
            Beats within 40 ms are the same; differences are clonus minus A <&> B; clonus calls sustained by the rule more-than-5.

              Measure                     Value  95 % CI         n
              Beats of the clip
                Same count                0.500                  4 clips
                Within one                0.750                  4 clips
                Mean size of difference    0.75                  4 clips
                Bias                       0.75  -0.77 to 2.27   4 clips
                Lower limit of agreement  -1.13  -3.77 to 1.51   4 clips
                Upper limit of agreement   2.63  -0.01 to 5.27   4 clips
                ICC(2,1)                  0.948  0.518 to 0.996  4 clips
              Sustained clonus
                Same answer               1.000                  4 clips
                Cohen's kappa             1.000  -               4 clips

            - Sustained clonus: 2 by both, 0 by clonus alone, 0 by A <&> B alone, 2 by neither.
            - Sustained clonus, Cohen's kappa: they agree on every clip, which leaves no interval.

            A notice.

            """,
            text.ToString());
    }

    [Fact]
    public void A_table_for_a_manuscript()
    {
        using var text = new StringWriter();
        ScoreText.WriteMarkdown(text, BlandAltmanPlotTests.Score((5, 4), (6, 6)));

        Assert.Contains("| Measure | Value | 95 % CI | n |\n|---|---:|---|---|\n| **Beats of the clip** | | | |\n| Same count | 0.500 |  | 2 clips |\n", text.ToString(), StringComparison.Ordinal);
    }
}
