#include "shim.hpp"

#include <algorithm>
#include <vector>

#include <opencv2/imgcodecs.hpp>

SHIM const Failure* codecs_read(const char* path, int flags, cv::Mat** image)
{
    return guarded([&] { *image = new cv::Mat(cv::imread(path, flags)); });
}

SHIM const Failure* codecs_write(const char* path, const cv::Mat* image, const int* params, int count, int* written)
{
    return guarded([&] { *written = cv::imwrite(path, *image, std::vector<int>(params, params + count)); });
}

SHIM const Failure* codecs_encode(
    const char* extension, const cv::Mat* image, cv::Mat* bytes, const int* params, int count, int* encoded)
{
    return guarded([&] {
        std::vector<unsigned char> buffer;
        *encoded = cv::imencode(extension, *image, buffer, std::vector<int>(params, params + count));
        *bytes = cv::Mat(buffer, true);
    });
}

SHIM const Failure* codecs_decode(const unsigned char* bytes, int length, int flags, cv::Mat** image)
{
    return guarded([&] {
        const cv::Mat buffer(1, length, CV_8UC1, const_cast<unsigned char*>(bytes));
        *image = new cv::Mat(cv::imdecode(buffer, flags));
    });
}
