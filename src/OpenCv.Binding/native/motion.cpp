#include "shim.hpp"

#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

SHIM const Failure* motion_flow(const cv::Mat* before, const cv::Mat* after, const cv::Mat* points, cv::Mat* moved, cv::Mat* status,
    cv::Mat* error, ShimSize window, int levels, ShimTermCriteria criteria, int flags, double minEigen)
{
    return guarded([&] {
        cv::calcOpticalFlowPyrLK(
            *before, *after, *points, *moved, *status, *error, from(window), levels, from(criteria), flags, minEigen);
    });
}

SHIM const Failure* motion_good_features(const cv::Mat* image, cv::Mat* corners, int count, double quality, double distance,
    const cv::Mat* mask, int blockSize, int harris, double k)
{
    return guarded(
        [&] { cv::goodFeaturesToTrack(*image, *corners, count, quality, distance, optional(mask), blockSize, harris != 0, k); });
}

SHIM const Failure* motion_corner_sub_pix(
    const cv::Mat* image, cv::Mat* corners, ShimSize window, ShimSize zeroZone, ShimTermCriteria criteria)
{
    return guarded([&] { cv::cornerSubPix(*image, *corners, from(window), from(zeroZone), from(criteria)); });
}
