#include "shim.hpp"

#include <opencv2/core/utility.hpp>

const Failure* remember(int code, int line, std::string function, std::string message, std::string file) noexcept
{
    struct Kept
    {
        std::string function, message, file;
        Failure failure;
    };
    thread_local Kept kept;
    kept.function = std::move(function);
    kept.message = std::move(message);
    kept.file = std::move(file);
    kept.failure = {code, line, kept.function.c_str(), kept.message.c_str(), kept.file.c_str()};
    return &kept.failure;
}

SHIM const char* system_version()
{
    static const std::string version = cv::getVersionString();
    return version.c_str();
}
