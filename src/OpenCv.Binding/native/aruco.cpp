#include "shim.hpp"

// Up to 4.6 ArUco is a module of opencv_contrib, since 4.7 a part of objdetect with classes instead of shared pointers.
#if CV_VERSION_MAJOR > 4 || (CV_VERSION_MAJOR == 4 && CV_VERSION_MINOR >= 7)
#include <opencv2/objdetect/aruco_detector.hpp>
#define ARUCO_IN_OBJDETECT 1
#else
#include <opencv2/aruco.hpp>
#define ARUCO_IN_OBJDETECT 0
#endif

#if ARUCO_IN_OBJDETECT
struct ArucoDictionary { cv::aruco::Dictionary value; };
#else
struct ArucoDictionary { cv::Ptr<cv::aruco::Dictionary> value; };
#endif

// Those of OpenCV's parameters that the managed side sets; the others keep their defaults.
struct ArucoParameters
{
    double minMarkerPerimeterRate, maxErroneousBitsInBorderRate, errorCorrectionRate;
    int cornerRefinementMethod, cornerRefinementWinSize;
};

SHIM const Failure* aruco_dictionary_new(int name, ArucoDictionary** dictionary)
{
    return guarded([&] {
#if ARUCO_IN_OBJDETECT
        *dictionary = new ArucoDictionary{cv::aruco::getPredefinedDictionary(name)};
#else
        *dictionary = new ArucoDictionary{cv::aruco::getPredefinedDictionary(
            static_cast<cv::aruco::PREDEFINED_DICTIONARY_NAME>(name))};
#endif
    });
}

SHIM void aruco_dictionary_delete(ArucoDictionary* dictionary)
{
    delete dictionary;
}

SHIM const Failure* aruco_dictionary_bytes(const ArucoDictionary* dictionary, cv::Mat** bytes)
{
    return guarded([&] {
#if ARUCO_IN_OBJDETECT
        *bytes = new cv::Mat(dictionary->value.bytesList);
#else
        *bytes = new cv::Mat(dictionary->value->bytesList);
#endif
    });
}

SHIM const Failure* aruco_default_parameters(ArucoParameters* parameters)
{
    return guarded([&] {
        const cv::aruco::DetectorParameters defaults;
        *parameters = {defaults.minMarkerPerimeterRate, defaults.maxErroneousBitsInBorderRate, defaults.errorCorrectionRate,
            static_cast<int>(defaults.cornerRefinementMethod), defaults.cornerRefinementWinSize};
    });
}

static void set(cv::aruco::DetectorParameters& target, const ArucoParameters& source)
{
    target.minMarkerPerimeterRate = source.minMarkerPerimeterRate;
    target.maxErroneousBitsInBorderRate = source.maxErroneousBitsInBorderRate;
    target.errorCorrectionRate = source.errorCorrectionRate;
    target.cornerRefinementMethod = static_cast<decltype(target.cornerRefinementMethod)>(source.cornerRefinementMethod);
    target.cornerRefinementWinSize = source.cornerRefinementWinSize;
}

// Four corners to a row, x and y by turns.
static void write(const std::vector<std::vector<cv::Point2f>>& quads, cv::Mat& rows)
{
    rows.create(static_cast<int>(quads.size()), 8, CV_32FC1);
    for (int row = 0; row < rows.rows; row++)
        for (int corner = 0; corner < 4; corner++)
        {
            rows.at<float>(row, 2 * corner) = quads[row][corner].x;
            rows.at<float>(row, 2 * corner + 1) = quads[row][corner].y;
        }
}

SHIM const Failure* aruco_detect(const cv::Mat* image, const ArucoDictionary* dictionary, const ArucoParameters* parameters,
    cv::Mat* corners, cv::Mat* ids, cv::Mat* rejected)
{
    return guarded([&] {
        std::vector<std::vector<cv::Point2f>> found, others;
        std::vector<int> names;
#if ARUCO_IN_OBJDETECT
        cv::aruco::DetectorParameters detection;
        set(detection, *parameters);
        cv::aruco::ArucoDetector(dictionary->value, detection).detectMarkers(*image, found, names, others);
#else
        const auto detection = cv::aruco::DetectorParameters::create();
        set(*detection, *parameters);
        cv::aruco::detectMarkers(*image, dictionary->value, found, names, detection, others);
#endif
        write(found, *corners);
        write(others, *rejected);
        cv::Mat(static_cast<int>(names.size()), 1, CV_32SC1, names.data()).copyTo(*ids);
        if (names.empty())
            ids->create(0, 1, CV_32SC1);
    });
}
