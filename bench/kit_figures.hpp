// How figures are told: median of the rounds, beside the limit or alternative measured in the same run, with the machine's load.
// Plain: a table. With --json: one object a line {"name","value","unit","limit","ratio","size", …}.
#pragma once
#include <functional>
#include <string>
#include <vector>

namespace meadow::bench {

struct Figure {
    std::string name;
    double value = 0;
    std::string unit;
    double limit = 0;             // 0: none was measured
    std::string limit_name;
    std::string size = "empty";   // of the data it was measured on
    double cpu_us = 0;            // server CPU per operation; 0: not measured
};

class Report {
public:
    Report(int argc, char** argv);
    void tell(const Figure&);
    void note(const std::string&);      // plain output only
    bool has(const std::string& word) const;                          // an argument such as "--grown"
    std::string value_of(const std::string& name, const std::string& otherwise) const;   // "--size=…"

private:
    bool json_ = false;
    std::vector<std::string> words_;
};

constexpr int rounds = 5;
double median(std::vector<double>);
// The median over `rounds` calls.
double median_of(const std::function<double()>&, int times = rounds);
// "1.2 of 2 cores busy for others" is not knowable from inside; the load average and CPU pressure are told instead.
std::string machine_now();

}  // namespace meadow::bench
