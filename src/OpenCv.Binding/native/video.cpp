#include "shim.hpp"

#include <vector>

#include <opencv2/videoio.hpp>

SHIM const Failure* capture_new(cv::VideoCapture** capture)
{
    return guarded([&] { *capture = new cv::VideoCapture(); });
}

SHIM void capture_delete(cv::VideoCapture* capture)
{
    guarded([&] { delete capture; });
}

SHIM const Failure* capture_open(cv::VideoCapture* capture, const char* path, int api, const int* params, int count, int* opened)
{
    return guarded([&] { *opened = capture->open(path, api, std::vector<int>(params, params + count)); });
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

SHIM const Failure* capture_read(cv::VideoCapture* capture, cv::Mat* image, int* read)
{
    return guarded([&] { *read = capture->read(*image); });
}

SHIM const Failure* capture_get(const cv::VideoCapture* capture, int property, double* value)
{
    return guarded([&] { *value = capture->get(property); });
}

SHIM const Failure* capture_set(cv::VideoCapture* capture, int property, double value, int* done)
{
    return guarded([&] { *done = capture->set(property, value); });
}

SHIM const Failure* capture_release(cv::VideoCapture* capture)
{
    return guarded([&] { capture->release(); });
}

SHIM const Failure* writer_new(cv::VideoWriter** writer)
{
    return guarded([&] { *writer = new cv::VideoWriter(); });
}

SHIM void writer_delete(cv::VideoWriter* writer)
{
    guarded([&] { delete writer; });
}

SHIM const Failure* writer_open(
    cv::VideoWriter* writer, const char* path, int api, int fourcc, double fps, ShimSize size, int color, int* opened)
{
    return guarded([&] { *opened = writer->open(path, api, fourcc, fps, from(size), color != 0); });
}

SHIM const Failure* writer_is_opened(const cv::VideoWriter* writer, int* opened)
{
    return guarded([&] { *opened = writer->isOpened(); });
}

SHIM const Failure* writer_write(cv::VideoWriter* writer, const cv::Mat* image)
{
    return guarded([&] { writer->write(*image); });
}

SHIM const Failure* writer_release(cv::VideoWriter* writer)
{
    return guarded([&] { writer->release(); });
}
