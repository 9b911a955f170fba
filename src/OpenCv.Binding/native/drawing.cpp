#include "shim.hpp"

#include <vector>

#include <opencv2/imgproc.hpp>

SHIM const Failure* drawing_line(cv::Mat* img, ShimPoint a, ShimPoint b, ShimScalar color, int thickness, int lineType, int shift)
{
    return guarded([&] { cv::line(*img, from(a), from(b), from(color), thickness, lineType, shift); });
}

SHIM const Failure* drawing_circle(cv::Mat* img, ShimPoint center, int radius, ShimScalar color, int thickness, int lineType, int shift)
{
    return guarded([&] { cv::circle(*img, from(center), radius, from(color), thickness, lineType, shift); });
}

SHIM const Failure* drawing_rectangle(cv::Mat* img, ShimPoint a, ShimPoint b, ShimScalar color, int thickness, int lineType, int shift)
{
    return guarded([&] { cv::rectangle(*img, from(a), from(b), from(color), thickness, lineType, shift); });
}

SHIM const Failure* drawing_rectangle_of(cv::Mat* img, ShimRect rect, ShimScalar color, int thickness, int lineType, int shift)
{
    return guarded([&] { cv::rectangle(*img, from(rect), from(color), thickness, lineType, shift); });
}

// The polygons' points lie one after another; lengths tells how many belong to each.
static std::vector<const cv::Point*> starts(const ShimPoint* points, const int* lengths, int count)
{
    static_assert(sizeof(cv::Point) == sizeof(ShimPoint), "a point is two ints on both sides");
    std::vector<const cv::Point*> result;
    for (int i = 0; i < count; points += lengths[i++])
        result.push_back(reinterpret_cast<const cv::Point*>(points));
    return result;
}

SHIM const Failure* drawing_polylines(cv::Mat* img, const ShimPoint* points, const int* lengths, int count, int closed,
    ShimScalar color, int thickness, int lineType, int shift)
{
    return guarded([&] {
        auto polygons = starts(points, lengths, count);
        cv::polylines(*img, polygons.data(), lengths, count, closed != 0, from(color), thickness, lineType, shift);
    });
}

SHIM const Failure* drawing_text(cv::Mat* img, const char* text, ShimPoint origin, int font, double scale, ShimScalar color,
    int thickness, int lineType, int bottomLeftOrigin)
{
    return guarded([&] {
        cv::putText(*img, text, from(origin), font, scale, from(color), thickness, lineType, bottomLeftOrigin != 0);
    });
}

SHIM const Failure* drawing_text_size(const char* text, int font, double scale, int thickness, int* baseLine, ShimSize* size)
{
    return guarded([&] {
        const cv::Size s = cv::getTextSize(text, font, scale, thickness, baseLine);
        *size = {s.width, s.height};
    });
}
