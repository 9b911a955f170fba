#include "shim.hpp"

#include <opencv2/imgproc.hpp>

SHIM const Failure* filtering_cvt_color(const cv::Mat* src, cv::Mat* dst, int code, int channels)
{
    return guarded([&] { cv::cvtColor(*src, *dst, code, channels); });
}

SHIM const Failure* filtering_threshold(const cv::Mat* src, cv::Mat* dst, double limit, double high, int type, double* used)
{
    return guarded([&] { *used = cv::threshold(*src, *dst, limit, high, type); });
}

SHIM const Failure* filtering_adaptive_threshold(
    const cv::Mat* src, cv::Mat* dst, double high, int method, int type, int blockSize, double c)
{
    return guarded([&] { cv::adaptiveThreshold(*src, *dst, high, method, type, blockSize, c); });
}

SHIM const Failure* filtering_gaussian(const cv::Mat* src, cv::Mat* dst, ShimSize size, double sigmaX, double sigmaY, int border)
{
    return guarded([&] { cv::GaussianBlur(*src, *dst, from(size), sigmaX, sigmaY, border); });
}

SHIM const Failure* filtering_blur(const cv::Mat* src, cv::Mat* dst, ShimSize size, ShimPoint anchor, int border)
{
    return guarded([&] { cv::blur(*src, *dst, from(size), from(anchor), border); });
}

SHIM const Failure* filtering_median(const cv::Mat* src, cv::Mat* dst, int size)
{
    return guarded([&] { cv::medianBlur(*src, *dst, size); });
}

SHIM const Failure* filtering_morphology(const cv::Mat* src, cv::Mat* dst, int op, const cv::Mat* element, ShimPoint anchor,
    int iterations, int border, const ShimScalar* borderValue)
{
    return guarded([&] {
        const cv::Scalar value = borderValue ? from(*borderValue) : cv::morphologyDefaultBorderValue();
        cv::morphologyEx(*src, *dst, op, optional(element), from(anchor), iterations, border, value);
    });
}

SHIM const Failure* filtering_structuring_element(int shape, ShimSize size, ShimPoint anchor, cv::Mat** element)
{
    return guarded([&] { *element = new cv::Mat(cv::getStructuringElement(shape, from(size), from(anchor))); });
}

SHIM const Failure* filtering_pyr_down(const cv::Mat* src, cv::Mat* dst, ShimSize size, int border)
{
    return guarded([&] { cv::pyrDown(*src, *dst, from(size), border); });
}

SHIM const Failure* filtering_match_template(
    const cv::Mat* image, const cv::Mat* pattern, cv::Mat* result, int method, const cv::Mat* mask)
{
    return guarded([&] { cv::matchTemplate(*image, *pattern, *result, method, optional(mask)); });
}
