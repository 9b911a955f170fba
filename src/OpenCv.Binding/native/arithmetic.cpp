#include "shim.hpp"

SHIM const Failure* arithmetic_absdiff(const cv::Mat* a, const cv::Mat* b, cv::Mat* dst)
{
    return guarded([&] { cv::absdiff(*a, *b, *dst); });
}

SHIM const Failure* arithmetic_mean(const cv::Mat* src, const cv::Mat* mask, ShimScalar* mean)
{
    return guarded([&] { *mean = to(cv::mean(*src, optional(mask))); });
}

SHIM const Failure* arithmetic_flip(const cv::Mat* src, cv::Mat* dst, int code)
{
    return guarded([&] { cv::flip(*src, *dst, code); });
}

SHIM const Failure* arithmetic_rotate(const cv::Mat* src, cv::Mat* dst, int code)
{
    return guarded([&] { cv::rotate(*src, *dst, code); });
}
