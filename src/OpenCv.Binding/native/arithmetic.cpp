#include "shim.hpp"

#include <vector>

SHIM const Failure* arithmetic_absdiff(const cv::Mat* a, const cv::Mat* b, cv::Mat* dst)
{
    return guarded([&] { cv::absdiff(*a, *b, *dst); });
}

SHIM const Failure* arithmetic_add(const cv::Mat* a, const cv::Mat* b, cv::Mat* dst, const cv::Mat* mask, int dtype)
{
    return guarded([&] { cv::add(*a, *b, *dst, optional(mask), dtype); });
}

SHIM const Failure* arithmetic_subtract(const cv::Mat* a, const cv::Mat* b, cv::Mat* dst, const cv::Mat* mask, int dtype)
{
    return guarded([&] { cv::subtract(*a, *b, *dst, optional(mask), dtype); });
}

SHIM const Failure* arithmetic_multiply(const cv::Mat* a, const cv::Mat* b, cv::Mat* dst, double scale, int dtype)
{
    return guarded([&] { cv::multiply(*a, *b, *dst, scale, dtype); });
}

SHIM const Failure* arithmetic_add_weighted(
    const cv::Mat* a, double alpha, const cv::Mat* b, double beta, double gamma, cv::Mat* dst, int dtype)
{
    return guarded([&] { cv::addWeighted(*a, alpha, *b, beta, gamma, *dst, dtype); });
}

SHIM const Failure* arithmetic_and(const cv::Mat* a, const cv::Mat* b, cv::Mat* dst, const cv::Mat* mask)
{
    return guarded([&] { cv::bitwise_and(*a, *b, *dst, optional(mask)); });
}

SHIM const Failure* arithmetic_or(const cv::Mat* a, const cv::Mat* b, cv::Mat* dst, const cv::Mat* mask)
{
    return guarded([&] { cv::bitwise_or(*a, *b, *dst, optional(mask)); });
}

SHIM const Failure* arithmetic_not(const cv::Mat* src, cv::Mat* dst, const cv::Mat* mask)
{
    return guarded([&] { cv::bitwise_not(*src, *dst, optional(mask)); });
}

SHIM const Failure* arithmetic_in_range(const cv::Mat* src, ShimScalar low, ShimScalar high, cv::Mat* dst)
{
    return guarded([&] { cv::inRange(*src, from(low), from(high), *dst); });
}

SHIM const Failure* arithmetic_lut(const cv::Mat* src, const cv::Mat* lut, cv::Mat* dst)
{
    return guarded([&] { cv::LUT(*src, *lut, *dst); });
}

SHIM const Failure* arithmetic_mean(const cv::Mat* src, const cv::Mat* mask, ShimScalar* mean)
{
    return guarded([&] { *mean = to(cv::mean(*src, optional(mask))); });
}

SHIM const Failure* arithmetic_mean_stddev(const cv::Mat* src, const cv::Mat* mask, ShimScalar* mean, ShimScalar* stddev)
{
    return guarded([&] {
        cv::Scalar m, s;
        cv::meanStdDev(*src, m, s, optional(mask));
        *mean = to(m);
        *stddev = to(s);
    });
}

SHIM const Failure* arithmetic_min_max(
    const cv::Mat* src, const cv::Mat* mask, double* low, double* high, ShimPoint* lowAt, ShimPoint* highAt)
{
    return guarded([&] {
        cv::Point a, b;
        cv::minMaxLoc(*src, low, high, &a, &b, optional(mask));
        *lowAt = {a.x, a.y};
        *highAt = {b.x, b.y};
    });
}

SHIM const Failure* arithmetic_sum(const cv::Mat* src, ShimScalar* sum)
{
    return guarded([&] { *sum = to(cv::sum(*src)); });
}

SHIM const Failure* arithmetic_count_non_zero(const cv::Mat* src, int* count)
{
    return guarded([&] { *count = cv::countNonZero(*src); });
}

SHIM const Failure* arithmetic_split(const cv::Mat* src, cv::Mat** channels, int count)
{
    return guarded([&] {
        std::vector<cv::Mat> parts;
        cv::split(*src, parts);
        CV_CheckEQ(static_cast<int>(parts.size()), count, "one target for each channel");
        for (int i = 0; i < count; i++)
            *channels[i] = parts[i];
    });
}

SHIM const Failure* arithmetic_merge(cv::Mat** channels, int count, cv::Mat* dst)
{
    return guarded([&] {
        std::vector<cv::Mat> parts;
        for (int i = 0; i < count; i++)
            parts.push_back(*channels[i]);
        cv::merge(parts, *dst);
    });
}

SHIM const Failure* arithmetic_transpose(const cv::Mat* src, cv::Mat* dst)
{
    return guarded([&] { cv::transpose(*src, *dst); });
}

SHIM const Failure* arithmetic_flip(const cv::Mat* src, cv::Mat* dst, int code)
{
    return guarded([&] { cv::flip(*src, *dst, code); });
}

SHIM const Failure* arithmetic_rotate(const cv::Mat* src, cv::Mat* dst, int code)
{
    return guarded([&] { cv::rotate(*src, *dst, code); });
}
