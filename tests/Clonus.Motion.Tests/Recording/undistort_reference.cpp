// Prints the numbers of LensCalibrationTests: g++ undistort_reference.cpp -I/usr/include/opencv4 -lopencv_calib3d -lopencv_core
#include <opencv2/calib3d.hpp>
#include <cstdio>

int main() {
  const cv::Mat camera = (cv::Mat_<double>(3, 3) << 1120.5, 0, 955.25, 0, 1118.75, 548.5, 0, 0, 1);
  const std::vector<double> polynomial{-0.31, 0.12, 0.0008, -0.0006, -0.025};
  const std::vector<double> rational{0.45, -0.22, 0.0004, 0.0007, 0.03, 0.52, -0.11, 0.01};
  const std::vector<cv::Point2d> seen{{955.25, 548.5}, {1500, 200}, {300.5, 900.25}};
  for (const auto& coefficients : {polynomial, rational}) {
    std::vector<cv::Point2d> straight;
    cv::undistortPoints(seen, straight, camera, coefficients, cv::noArray(), camera, cv::TermCriteria(3, 200, 1e-12));
    for (const auto& point : straight) std::printf("%.9f, %.9f\n", point.x, point.y);
  }
}
