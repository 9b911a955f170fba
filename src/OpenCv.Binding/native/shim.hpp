// The border between OpenCV and .NET: plain C functions over cv:: calls, and no exception beyond them.
#pragma once

#include <exception>
#include <string>

#include <opencv2/core.hpp>

#define SHIM extern "C" __attribute__((visibility("default")))

// What went wrong, valid until the next failure on the same thread. The managed side copies it at once.
struct Failure
{
    int code;
    int line;
    const char* function;
    const char* message;
    const char* file;
};

// Values that cross the border by copy; their managed twins have the same fields in the same order.
struct ShimPoint { int x, y; };
struct ShimSize { int width, height; };
struct ShimRect { int x, y, width, height; };
struct ShimScalar { double v[4]; };

inline cv::Point from(ShimPoint p) { return {p.x, p.y}; }
inline cv::Size from(ShimSize s) { return {s.width, s.height}; }
inline cv::Rect from(ShimRect r) { return {r.x, r.y, r.width, r.height}; }
inline cv::Scalar from(ShimScalar s) { return {s.v[0], s.v[1], s.v[2], s.v[3]}; }
inline ShimScalar to(const cv::Scalar& s) { return {{s[0], s[1], s[2], s[3]}}; }

// A null pointer stands for an argument that was left out.
inline cv::_InputArray optional(const cv::Mat* mat) { return mat ? cv::_InputArray(*mat) : cv::_InputArray(cv::noArray()); }

const Failure* remember(int code, int line, std::string function, std::string message, std::string file) noexcept;

// Runs the work; null when it succeeded.
template <class Work>
const Failure* guarded(Work&& work) noexcept
{
    try
    {
        work();
        return nullptr;
    }
    catch (const cv::Exception& e)
    {
        return remember(e.code, e.line, e.func, e.err, e.file);
    }
    catch (const std::exception& e)
    {
        return remember(cv::Error::StsError, 0, "", e.what(), "");
    }
    catch (...)
    {
        return remember(cv::Error::StsError, 0, "", "an unknown exception was thrown", "");
    }
}
