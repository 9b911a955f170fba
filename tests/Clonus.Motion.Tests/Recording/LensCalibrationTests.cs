using Clonus.Motion.Recording;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Recording;

public class LensCalibrationTests
{
    private static readonly LensCalibration Polynomial =
        new(1920, 1080, 1120.5, 1118.75, 955.25, 548.5, K1: -0.31, K2: 0.12, P1: 0.0008, P2: -0.0006, K3: -0.025);

    private static readonly LensCalibration Rational =
        new(1920, 1080, 1120.5, 1118.75, 955.25, 548.5, K1: 0.45, K2: -0.22, P1: 0.0004, P2: 0.0007, K3: 0.03, K4: 0.52, K5: -0.11, K6: 0.01);

    // OpenCV 4.6's own answers: undistort_reference.cpp.
    [Theory]
    [InlineData(955.25, 548.5, 955.25, 548.5, 955.25, 548.5)]
    [InlineData(1500, 200, 1569.780192459, 155.136138985, 1517.665919347, 188.349690243)]
    [InlineData(300.5, 900.25, 187.416799250, 960.622302062, 267.409845153, 917.583897187)]
    public void Points_are_straightened_as_by_OpenCV(double x, double y, double polynomialX, double polynomialY, double rationalX, double rationalY)
    {
        AssertNear(new ImagePoint(polynomialX, polynomialY), Polynomial.Undistort(new ImagePoint(x, y)));
        AssertNear(new ImagePoint(rationalX, rationalY), Rational.Undistort(new ImagePoint(x, y)));
    }

    [Fact]
    public void Undistort_takes_back_what_the_lens_did()
    {
        for (var x = 400.0; x < 1600; x += 111)
        {
            AssertNear(new ImagePoint(x, 0.5 * x), Polynomial.Undistort(Polynomial.Distort(new ImagePoint(x, 0.5 * x))));
        }
    }

    [Fact]
    public void Where_the_model_folds_over_there_is_no_answer()
    {
        // r (1 − r²/2) never exceeds 0.54: no point is seen farther out.
        var lens = new LensCalibration(1000, 1000, 500, 500, 499.5, 499.5, K1: -0.5);

        Assert.Null(lens.Undistort(new ImagePoint(499.5 + (0.6 * 500), 499.5)));
        Assert.NotNull(lens.Undistort(new ImagePoint(499.5 + (0.5 * 500), 499.5)));
    }

    [Fact]
    public void A_smaller_picture_of_the_same_shape_is_straightened_alike()
    {
        // Two pixels become one whose centre lies between them.
        var half = Rational.ForPicture(960, 540).Undistort(new ImagePoint((1500 - 0.5) / 2, (200 - 0.5) / 2))!.Value;
        var whole = Rational.Undistort(new ImagePoint(1500, 200))!.Value;
        AssertNear(new ImagePoint((whole.X - 0.5) / 2, (whole.Y - 0.5) / 2), half);
    }

    [Fact]
    public void A_picture_of_another_shape_is_refused()
    {
        var error = Assert.Throws<InputException>(() => Rational.ForPicture(1080, 1920));
        Assert.Contains("1920x1080", error.Message, StringComparison.Ordinal);
        Assert.Contains("1080x1920", error.Message, StringComparison.Ordinal);
    }

    private static void AssertNear(ImagePoint expected, ImagePoint? found)
    {
        Assert.NotNull(found);
        Assert.InRange(found.Value.DistanceTo(expected), 0, 1e-5);
    }
}
