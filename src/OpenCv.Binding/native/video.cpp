#include "shim.hpp"

#include <opencv2/videoio.hpp>

SHIM const Failure* capture_new(cv::VideoCapture** capture)
{
    return guarded([&] { *capture = new cv::VideoCapture(); });
}

SHIM void capture_delete(cv::VideoCapture* capture)
{
    guarded([&] { delete capture; });
}

SHIM const Failure* capture_open(cv::VideoCapture* capture, const char* path, int api, int* opened)
{
    return guarded([&] { *opened = capture->open(path, api); });
}

SHIM const Failure* capture_is_opened(const cv::VideoCapture* capture, int* opened)
{
    return guarded([&] { *opened = capture->isOpened(); });
}

SHIM const Failure* capture_grab(cv::VideoCapture* capture, int* grabbed)
{
    return guarded([&] { *grabbed = capture->grab(); });
}

SHIM const Failure* capture_retrieve(cv::VideoCapture* capture, cv::Mat* image, int flag, int* retrieved)
{
    return guarded([&] { *retrieved = capture->retrieve(*image, flag); });
}

SHIM const Failure* capture_get(const cv::VideoCapture* capture, int property, double* value)
{
    return guarded([&] { *value = capture->get(property); });
}

SHIM const Failure* capture_set(cv::VideoCapture* capture, int property, double value, int* done)
{
    return guarded([&] { *done = capture->set(property, value); });
}
