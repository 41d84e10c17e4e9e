#include "app/import/report.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "text/csv_write.hpp"

namespace meadow::app {

RejectionReport::RejectionReport(const std::string& path, std::uint64_t bytes) : path_(path), bytes_(bytes)
{
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    file_ = open(path.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0644);
    if (file_ < 0) throw std::runtime_error("cannot write " + path);
    cut(bytes);
    if (bytes_ == 0) write("line,column,reason\r\n");
}

RejectionReport::~RejectionReport() { close(file_); }

void RejectionReport::cut(std::uint64_t bytes)
{
    if (ftruncate(file_, off_t(bytes)) != 0 || lseek(file_, off_t(bytes), SEEK_SET) < 0) throw std::runtime_error("cannot write " + path_);
    bytes_ = bytes;
}

void RejectionReport::add(const std::vector<Rejection>& rejections)
{
    if (rejections.empty()) return;
    std::string text;
    for (const Rejection& one : rejections) lang::append_csv_row(text, {std::to_string(one.line), one.column, one.reason});
    write(text);
    if (fdatasync(file_) != 0) throw std::runtime_error("cannot write " + path_);
}

void RejectionReport::write(const std::string& text)
{
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t now = ::write(file_, text.data() + done, text.size() - done);
        if (now < 0) throw std::runtime_error("cannot write " + path_);
        done += std::size_t(now);
    }
    bytes_ += text.size();
}

}  // namespace meadow::app
