#include "shim.hpp"

#include <opencv2/imgproc.hpp>

SHIM const Failure* transforms_color(const cv::Mat* src, cv::Mat* dst, int code, int channels)
{
    return guarded([&] { cv::cvtColor(*src, *dst, code, channels); });
}

SHIM const Failure* transforms_resize(const cv::Mat* src, cv::Mat* dst, ShimSize size, double fx, double fy, int interpolation)
{
    return guarded([&] { cv::resize(*src, *dst, from(size), fx, fy, interpolation); });
}

SHIM const Failure* transforms_lut(const cv::Mat* src, const cv::Mat* table, cv::Mat* dst)
{
    return guarded([&] { cv::LUT(*src, *table, *dst); });
}

SHIM const Failure* transforms_linear(const cv::Mat* src, cv::Mat* dst, const cv::Mat* matrix)
{
    return guarded([&] { cv::transform(*src, *dst, *matrix); });
}
