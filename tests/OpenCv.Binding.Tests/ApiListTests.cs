using System.Reflection;

namespace OpenCvSharp.Tests;

/// <summary>The binding is the part of OpenCvSharp4's API that all its supported versions share, and nothing else.</summary>
public sealed class ApiListTests
{
    [Fact]
    public void Every_public_member_is_in_the_list_with_the_same_signature()
    {
        var listed = File.ReadLines(SharedFolder.File("opencvsharp-api.txt")).ToHashSet(StringComparer.Ordinal);
        var ours = PublicSignatures.Of(typeof(Cv2).Assembly).ToArray();

        Assert.True(ours.Length > 200, $"only {ours.Length} public members were found");
        Assert.All(ours.Where(signature => !IsOfOneVersionOnly(signature)), signature => Assert.Contains(signature, listed));
    }

    // How a dictionary and parameters are made changed with OpenCV 4.7; these members are those of OpenCvSharp 4.6.
    private static bool IsOfOneVersionOnly(string signature) =>
        signature.StartsWith("OpenCvSharp.Aruco.DetectorParameters: ", StringComparison.Ordinal)
        || signature == "OpenCvSharp.Aruco.CvAruco: static OpenCvSharp.Aruco.Dictionary GetPredefinedDictionary(OpenCvSharp.Aruco.PredefinedDictionaryName name)";

    [Fact]
    public void Everything_public_lies_in_the_namespaces_of_OpenCvSharp() =>
        Assert.All(typeof(Cv2).Assembly.GetExportedTypes(), type => Assert.True(type.Namespace is "OpenCvSharp" or "OpenCvSharp.Aruco", type.FullName));

    [Theory]
    [InlineData(typeof(Mat))]
    [InlineData(typeof(VideoCapture))]
    [InlineData(typeof(Aruco.Dictionary))]
    public void What_holds_native_memory_holds_it_by_a_safe_handle(Type type)
    {
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic);

        Assert.Contains(fields, field => field.FieldType.IsSubclassOf(typeof(System.Runtime.InteropServices.SafeHandle)));
        Assert.DoesNotContain(fields, field => field.FieldType == typeof(nint));
    }
}
