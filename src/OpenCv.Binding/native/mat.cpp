#include "shim.hpp"

// All that the managed side reads of a matrix, fetched in one call.
struct MatHeader
{
    int flags, rows, cols, elemSize;
    unsigned char* data;
    int64_t step;
};

SHIM const Failure* mat_new(cv::Mat** mat)
{
    return guarded([&] { *mat = new cv::Mat(); });
}

SHIM const Failure* mat_new_sized(int rows, int cols, int type, cv::Mat** mat)
{
    return guarded([&] { *mat = new cv::Mat(rows, cols, type); });
}

SHIM const Failure* mat_new_filled(int rows, int cols, int type, ShimScalar value, cv::Mat** mat)
{
    return guarded([&] { *mat = new cv::Mat(rows, cols, type, from(value)); });
}

SHIM const Failure* mat_new_view(const cv::Mat* source, ShimRect roi, cv::Mat** mat)
{
    return guarded([&] { *mat = new cv::Mat(*source, from(roi)); });
}

SHIM void mat_delete(cv::Mat* mat)
{
    delete mat;
}

SHIM void mat_header(const cv::Mat* mat, MatHeader* header)
{
    const bool empty = mat->dims == 0;
    *header = {mat->flags, mat->rows, mat->cols, static_cast<int>(CV_ELEM_SIZE(mat->flags)), mat->data,
        empty ? 0 : static_cast<int64_t>(mat->step[0])};
}

SHIM const Failure* mat_create(cv::Mat* mat, int rows, int cols, int type)
{
    return guarded([&] { mat->create(rows, cols, type); });
}

SHIM const Failure* mat_copy_to(const cv::Mat* mat, cv::Mat* target, const cv::Mat* mask)
{
    return guarded([&] {
        if (mask)
            mat->copyTo(*target, *mask);
        else
            mat->copyTo(*target);
    });
}

SHIM const Failure* mat_convert_to(const cv::Mat* mat, cv::Mat* target, int type, double alpha, double beta)
{
    return guarded([&] { mat->convertTo(*target, type, alpha, beta); });
}

SHIM const Failure* mat_set_to(cv::Mat* mat, ShimScalar value, const cv::Mat* mask)
{
    return guarded([&] { mat->setTo(from(value), optional(mask)); });
}
