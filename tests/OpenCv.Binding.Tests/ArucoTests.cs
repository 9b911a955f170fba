using OpenCvSharp.Aruco;

namespace OpenCvSharp.Tests;

/// <summary>Known answers: a tag drawn by hand, cell by cell.</summary>
public sealed class ArucoTests
{
    // Marker 0 of DICT_4X4_50 as the ArUco library prints it: 1 is white.
    private static readonly string[] Bits = ["1011", "0101", "0011", "0010"];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_tag_is_read_and_its_corners_stand_where_it_was_drawn(int channels)
    {
        using var picture = Picture(40, 30, 12, channels);
        using var dictionary = CvAruco.GetPredefinedDictionary(PredefinedDictionaryName.Dict4X4_50);

        CvAruco.DetectMarkers(picture, dictionary, out var corners, out var ids, DetectorParameters.Create(), out _);

        Assert.Equal([0], ids);
        (double X, double Y)[] drawn = [(40, 30), (111, 30), (111, 101), (40, 101)];
        Assert.All(drawn.Zip(corners[0]), pair =>
        {
            Assert.Equal(pair.First.X, pair.Second.X, 1.0);
            Assert.Equal(pair.First.Y, pair.Second.Y, 1.0);
        });
    }

    [Fact]
    public void A_tag_of_another_dictionary_is_rejected()
    {
        using var picture = Picture(40, 30, 12, 1);
        using var dictionary = CvAruco.GetPredefinedDictionary(PredefinedDictionaryName.DictAprilTag_36h11);

        CvAruco.DetectMarkers(picture, dictionary, out var corners, out var ids, DetectorParameters.Create(), out var rejected);

        Assert.Empty(ids);
        Assert.Empty(corners);
        Assert.NotEmpty(rejected);
    }

    [Fact]
    public void Parameters_are_obeyed()
    {
        using var picture = Picture(40, 30, 12, 1);
        using var dictionary = CvAruco.GetPredefinedDictionary(PredefinedDictionaryName.Dict4X4_50);
        var parameters = DetectorParameters.Create();
        Assert.Equal((CornerRefineMethod.None, 0.6), (parameters.CornerRefinementMethod, parameters.ErrorCorrectionRate));
        parameters.MinMarkerPerimeterRate = 3;

        CvAruco.DetectMarkers(picture, dictionary, out _, out var ids, parameters, out _);

        Assert.Empty(ids);
    }

    [Theory]
    [InlineData(PredefinedDictionaryName.Dict4X4_50, 50)]
    [InlineData(PredefinedDictionaryName.Dict7X7_1000, 1000)]
    [InlineData(PredefinedDictionaryName.DictArucoOriginal, 1024)]
    [InlineData(PredefinedDictionaryName.DictAprilTag_16h5, 30)]
    [InlineData(PredefinedDictionaryName.DictAprilTag_25h9, 35)]
    [InlineData(PredefinedDictionaryName.DictAprilTag_36h10, 2320)]
    [InlineData(PredefinedDictionaryName.DictAprilTag_36h11, 587)]
    public void A_dictionary_holds_a_row_of_bits_for_each_tag(PredefinedDictionaryName name, int tags)
    {
        using var dictionary = CvAruco.GetPredefinedDictionary(name);
        using var bytes = dictionary.BytesList;

        Assert.Equal(tags, bytes.Rows);
    }

    [Fact]
    public void The_bits_of_a_tag_begin_with_its_first_row()
    {
        using var dictionary = CvAruco.GetPredefinedDictionary(PredefinedDictionaryName.Dict4X4_50);
        using var bytes = dictionary.BytesList;

        Assert.Equal(0b10110101, bytes.At<byte>(0, 0));
    }

    private static Mat Picture(int x, int y, int cell, int channels)
    {
        var picture = new Mat(140, 160, channels == 1 ? MatType.CV_8UC1 : MatType.CV_8UC3, Scalar.All(230));
        using (var square = picture.SubMat(y, y + (6 * cell), x, x + (6 * cell)))
        {
            square.SetTo(Scalar.All(20));
        }

        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 4; column++)
            {
                if (Bits[row][column] == '1')
                {
                    using var bit = picture.SubMat(y + ((row + 1) * cell), y + ((row + 2) * cell), x + ((column + 1) * cell), x + ((column + 2) * cell));
                    bit.SetTo(Scalar.All(230));
                }
            }
        }

        return picture;
    }
}
