#include "shim.hpp"

#include <vector>

#include <opencv2/imgproc.hpp>

SHIM const Failure* regions_components(const cv::Mat* image, cv::Mat* labels, cv::Mat* stats, cv::Mat* centroids,
    int connectivity, int type, int* count)
{
    return guarded([&] { *count = cv::connectedComponentsWithStats(*image, *labels, *stats, *centroids, connectivity, type); });
}

// The contours lie one after another in points (N x 1 of 32SC2); lengths (M x 1 of 32SC1) holds how many belong to each.
SHIM const Failure* regions_contours(
    const cv::Mat* image, cv::Mat* points, cv::Mat* lengths, cv::Mat* hierarchy, int mode, int method, ShimPoint offset)
{
    return guarded([&] {
        std::vector<std::vector<cv::Point>> contours;
        std::vector<cv::Vec4i> tree;
        cv::findContours(*image, contours, tree, mode, method, from(offset));
        std::vector<cv::Point> all;
        std::vector<int> counts;
        for (const auto& contour : contours)
        {
            all.insert(all.end(), contour.begin(), contour.end());
            counts.push_back(static_cast<int>(contour.size()));
        }
        *points = cv::Mat(all, true);
        *lengths = cv::Mat(counts, true);
        *hierarchy = cv::Mat(tree, true);
    });
}

SHIM const Failure* regions_contour_area(const cv::Mat* contour, int oriented, double* area)
{
    return guarded([&] { *area = cv::contourArea(*contour, oriented != 0); });
}

SHIM const Failure* regions_moments(const cv::Mat* array, int binary, double* values)
{
    return guarded([&] {
        const cv::Moments m = cv::moments(*array, binary != 0);
        const double all[] = {m.m00, m.m10, m.m01, m.m20, m.m11, m.m02, m.m30, m.m21, m.m12, m.m03, m.mu20, m.mu11, m.mu02,
            m.mu30, m.mu21, m.mu12, m.mu03, m.nu20, m.nu11, m.nu02, m.nu30, m.nu21, m.nu12, m.nu03};
        std::copy(std::begin(all), std::end(all), values);
    });
}
