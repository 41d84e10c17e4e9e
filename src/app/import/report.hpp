// The report of rejected rows: a CSV that is flushed to the disk before the batch it speaks of is committed. What a crash left in it
// beyond that is cut off when the import goes on.
#pragma once
#include <string>
#include <vector>

#include "app/import/row_reader.hpp"

namespace meadow::app {

class RejectionReport {
public:
    // Throws std::runtime_error when it cannot be written. `bytes`: how much of it is kept; 0 begins anew.
    RejectionReport(const std::string& path, std::uint64_t bytes);
    ~RejectionReport();
    RejectionReport(const RejectionReport&) = delete;

    // Durable when it returns.
    void add(const std::vector<Rejection>&);
    // Forgets what stands after that many bytes.
    void cut(std::uint64_t bytes);
    std::uint64_t bytes() const { return bytes_; }

private:
    void write(const std::string& text);

    const std::string path_;
    int file_ = -1;
    std::uint64_t bytes_ = 0;
};

}  // namespace meadow::app
