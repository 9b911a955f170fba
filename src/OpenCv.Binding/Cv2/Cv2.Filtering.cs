using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>Colour spaces, thresholds, smoothing, morphology and matching.</summary>
public static unsafe partial class Cv2
{
    public static void CvtColor(InputArray src, OutputArray dst, ColorConversionCodes code, int dstCn = 0) =>
        Failure.Check(FilteringNative.CvtColor(In(src), Out(dst), (int)code, dstCn));

    /// <returns>The limit that was used: the given one, or the one that Otsu or Triangle found.</returns>
    public static double Threshold(InputArray src, OutputArray dst, double thresh, double maxval, ThresholdTypes type)
    {
        Failure.Check(FilteringNative.Threshold(In(src), Out(dst), thresh, maxval, (int)type, out var used));
        return used;
    }

    public static void AdaptiveThreshold(InputArray src, OutputArray dst, double maxValue,
        AdaptiveThresholdTypes adaptiveMethod, ThresholdTypes thresholdType, int blockSize, double c) =>
        Failure.Check(FilteringNative.AdaptiveThreshold(
            In(src), Out(dst), maxValue, (int)adaptiveMethod, (int)thresholdType, blockSize, c));

    public static void GaussianBlur(InputArray src, OutputArray dst, Size ksize, double sigmaX, double sigmaY = 0,
        BorderTypes borderType = BorderTypes.Default) =>
        Failure.Check(FilteringNative.Gaussian(In(src), Out(dst), ksize, sigmaX, sigmaY, (int)borderType));

    public static void Blur(
        InputArray src, OutputArray dst, Size ksize, Point? anchor = null, BorderTypes borderType = BorderTypes.Default) =>
        Failure.Check(FilteringNative.Blur(In(src), Out(dst), ksize, anchor ?? KernelCentre, (int)borderType));

    public static void MedianBlur(InputArray src, OutputArray dst, int ksize) =>
        Failure.Check(FilteringNative.Median(In(src), Out(dst), ksize));

    /// <param name="element">Null is a square of 3 x 3.</param>
    public static void MorphologyEx(InputArray src, OutputArray dst, MorphTypes op, InputArray? element, Point? anchor = null,
        int iterations = 1, BorderTypes borderType = BorderTypes.Constant, Scalar? borderValue = null)
    {
        var value = borderValue.GetValueOrDefault();
        Failure.Check(FilteringNative.Morphology(In(src), Out(dst), (int)op, Optional(element), anchor ?? KernelCentre,
            iterations, (int)borderType, borderValue is null ? null : &value));
    }

    /// <inheritdoc cref="MorphologyEx"/>
    public static void Erode(InputArray src, OutputArray dst, InputArray? element, Point? anchor = null, int iterations = 1,
        BorderTypes borderType = BorderTypes.Constant, Scalar? borderValue = null) =>
        MorphologyEx(src, dst, MorphTypes.Erode, element, anchor, iterations, borderType, borderValue);

    /// <inheritdoc cref="MorphologyEx"/>
    public static void Dilate(InputArray src, OutputArray dst, InputArray? element, Point? anchor = null, int iterations = 1,
        BorderTypes borderType = BorderTypes.Constant, Scalar? borderValue = null) =>
        MorphologyEx(src, dst, MorphTypes.Dilate, element, anchor, iterations, borderType, borderValue);

    public static Mat GetStructuringElement(MorphShapes shape, Size ksize) => GetStructuringElement(shape, ksize, KernelCentre);

    public static Mat GetStructuringElement(MorphShapes shape, Size ksize, Point anchor)
    {
        Failure.Check(FilteringNative.StructuringElement((int)shape, ksize, anchor, out var element));
        return new Mat(element);
    }

    public static void PyrDown(InputArray src, OutputArray dst, Size? dstSize = null, BorderTypes borderType = BorderTypes.Default) =>
        Failure.Check(FilteringNative.PyrDown(In(src), Out(dst), dstSize ?? default, (int)borderType));

    public static void MatchTemplate(
        InputArray image, InputArray templ, OutputArray result, TemplateMatchModes method, InputArray? mask = null) =>
        Failure.Check(FilteringNative.MatchTemplate(In(image), In(templ), Out(result), (int)method, Optional(mask)));
}
