#include "shim.hpp"

#include <opencv2/calib3d.hpp>
#include <opencv2/imgproc.hpp>

SHIM const Failure* geometry_resize(const cv::Mat* src, cv::Mat* dst, ShimSize size, double fx, double fy, int interpolation)
{
    return guarded([&] { cv::resize(*src, *dst, from(size), fx, fy, interpolation); });
}

SHIM const Failure* geometry_warp_affine(
    const cv::Mat* src, cv::Mat* dst, const cv::Mat* matrix, ShimSize size, int flags, int border, ShimScalar value)
{
    return guarded([&] { cv::warpAffine(*src, *dst, *matrix, from(size), flags, border, from(value)); });
}

SHIM const Failure* geometry_rotation_matrix(ShimPoint2f center, double angle, double scale, cv::Mat** matrix)
{
    return guarded([&] { *matrix = new cv::Mat(cv::getRotationMatrix2D(from(center), angle, scale)); });
}

SHIM const Failure* geometry_remap(
    const cv::Mat* src, cv::Mat* dst, const cv::Mat* map1, const cv::Mat* map2, int interpolation, int border, ShimScalar value)
{
    return guarded([&] { cv::remap(*src, *dst, *map1, *map2, interpolation, border, from(value)); });
}

SHIM const Failure* geometry_rect_sub_pix(const cv::Mat* image, ShimSize size, ShimPoint2f center, cv::Mat* patch, int type)
{
    return guarded([&] { cv::getRectSubPix(*image, from(size), from(center), *patch, type); });
}

SHIM const Failure* geometry_affine_partial(const cv::Mat* source, const cv::Mat* target, cv::Mat* inliers, int method,
    double threshold, uint64_t maxIterations, double confidence, uint64_t refinements, cv::Mat** matrix)
{
    return guarded([&] {
        const cv::_OutputArray kept = inliers ? cv::_OutputArray(*inliers) : cv::_OutputArray(cv::noArray());
        *matrix = new cv::Mat(cv::estimateAffinePartial2D(*source, *target, kept, method, threshold,
            static_cast<size_t>(maxIterations), confidence, static_cast<size_t>(refinements)));
    });
}
