using System.Collections.Immutable;
using Clonus.Cli.Scoring;

namespace Clonus.Cli.Tests.Scoring;

/// <summary>The statistics against published numbers and R's; agreement_reference.R beside this file prints them.</summary>
public sealed class AgreementReferenceTests
{
    private static readonly double[] Tool = [12, 0, 3, 5, 17, 9, 7, 6, 11, 4];
    private static readonly double[] Person = [11, 0, 4, 5, 15, 9, 8, 6, 13, 4];

    public static TheoryData<string, double[][], double[]> Ratings() => new()
    {
        { "Shrout and Fleiss 1979, table 2", [[9, 6, 8, 7, 10, 6], [2, 1, 4, 1, 5, 2], [5, 3, 6, 2, 6, 4], [8, 2, 8, 6, 9, 7]], [0.289763779527559, 0.018786513374712, 0.761084369648953] },
        { "two who count alike", [Tool, Person], [0.975965040058267, 0.907267138091601, 0.993965401191303] },
        { "a constant difference", [[5, 6, 8, 9, 12], [7, 8, 10, 11, 14]], [0.7894736842105264, 0.0041512916193259, 0.9786402306194862] },
        { "worse than chance", [[1, 2, 3, 4], [4, 1, 3, 2]], [-0.615384615384616, -1.842208072420806, 0.789230891451070] },
        { "two clips", [[3, 9], [4, 9]], [0.983606557377049, 0.517118152566775, 0.999979325813773] },
    };

    public static TheoryData<int[], double[]> Answers() => new()
    {
        { [20, 5, 10, 15], [0.4, 0.151092290476661, 0.648907709523339] },
        { [7, 1, 2, 4], [0.553191489361702, 0.112115565578031, 0.994267413145373] },
    };

    [Theory]
    [MemberData(nameof(Ratings))]
    public void The_intraclass_correlation_is_psychs(string what, double[][] raters, double[] expected)
    {
        ImmutableArray<ImmutableArray<double>> clips = [.. raters[0].Select((_, clip) => raters.Select(r => r[clip]).ToImmutableArray())];

        AssertIs(what, expected, IntraclassCorrelation.Of(clips), 1e-6);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Kappa_is_psychs(int[] counts, double[] expected) =>
        AssertIs("kappa", expected, CohenKappa.Of(counts[0], counts[1], counts[2], counts[3]), 1e-12);

    /// <summary>The paper itself: bias -2.1, standard deviation 38.8, the bias between -22.0 and 17.8.</summary>
    [Fact]
    public void Limits_of_agreement_are_those_of_the_paper_s_two_flow_meters()
    {
        double[] wright = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];
        double[] mini = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];

        var found = BlandAltman.Of([.. wright.Zip(mini, (a, b) => a - b)]);

        Assert.Equal(38.76512987360738, found.Sd!.Value, 1e-9);
        AssertIs("bias", [-2.11764705882353, -22.04883769664517, 17.81354357899811], found.Bias, 1e-9);
        AssertIs("lower limit", [-78.0973016110940, -112.6191364511422, -43.5754667710458], found.LowerLimit, 1e-9);
        AssertIs("upper limit", [73.8620074934469, 39.3401726533987, 108.3838423334951], found.UpperLimit, 1e-9);
    }

    [Fact]
    public void Limits_of_agreement_of_counts_are_Rs()
    {
        var found = BlandAltman.Of([.. Tool.Zip(Person, (a, b) => a - b)]);

        AssertIs("bias", [-0.1, -0.887253805031357, 0.687253805031357], found.Bias, 1e-12);
        AssertIs("lower limit", [-2.256989671844639, -3.620553260610873, -0.893426083078405], found.LowerLimit, 1e-12);
        AssertIs("upper limit", [2.056989671844639, 0.693426083078405, 3.420553260610873], found.UpperLimit, 1e-12);
    }

    private static void AssertIs(string what, double[] expected, Estimate found, double within)
    {
        Assert.Null(found.Remark);
        Assert.All(expected.Zip([found.Value, found.Low, found.High]), pair => Assert.True(Math.Abs(pair.First - pair.Second!.Value) <= within, $"{what}: {pair}"));
    }
}
