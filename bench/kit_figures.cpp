#include "kit_figures.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>

namespace meadow::bench {

Report::Report(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) words_.emplace_back(argv[i]);
    json_ = has("--json");
    if (!json_) std::printf("%s\n%-44s %14s %-10s %10s %8s %9s\n", machine_now().c_str(), "figure (size)", "value", "unit", "limit", "ratio", "CPU µs");
}

void Report::tell(const Figure& f)
{
    const double ratio = f.limit > 0 ? f.value / f.limit : 0;
    if (json_) {
        std::printf("{\"name\":\"%s\",\"value\":%.6g,\"unit\":\"%s\",\"limit\":%.6g,\"ratio\":%.4g,\"size\":\"%s\",\"limit_name\":\"%s\",\"cpu_us\":%.4g,"
                    "\"machine\":\"%s\"}\n",
                    f.name.c_str(), f.value, f.unit.c_str(), f.limit, ratio, f.size.c_str(), f.limit_name.c_str(), f.cpu_us, machine_now().c_str());
    } else {
        const std::string title = f.name + " (" + f.size + ")";
        std::printf("%-44s %14.6g %-10s", title.c_str(), f.value, f.unit.c_str());
        if (f.limit > 0) std::printf(" %10.5g %8.2f", f.limit, ratio);
        else std::printf(" %10s %8s", "", "");
        if (f.cpu_us > 0) std::printf(" %9.2f", f.cpu_us);
        std::printf(f.limit_name.empty() ? "\n" : "   limit: %s\n", f.limit_name.c_str());
    }
    std::fflush(stdout);
}

void Report::note(const std::string& text)
{
    if (!json_) std::printf("%s\n", text.c_str());
}

bool Report::has(const std::string& word) const { return std::find(words_.begin(), words_.end(), word) != words_.end(); }

std::string Report::value_of(const std::string& name, const std::string& otherwise) const
{
    for (const std::string& word : words_)
        if (word.starts_with(name + "=")) return word.substr(name.size() + 1);
    return otherwise;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

double median_of(const std::function<double()>& measure, int times)
{
    std::vector<double> values;
    for (int i = 0; i < times; ++i) values.push_back(measure());
    return median(values);
}

std::string machine_now()
{
    std::string load = "?", pressure = "?", model = "?";
    std::ifstream("/proc/loadavg") >> load;
    std::ifstream in("/proc/pressure/cpu");
    std::string word;
    while (in >> word)
        if (word.starts_with("avg10=")) {
            pressure = word.substr(6);
            break;
        }
    std::ifstream cpu("/proc/cpuinfo");
    for (std::string line; std::getline(cpu, line);)
        if (line.starts_with("model name")) {
            model = line.substr(line.find(':') + 2);
            break;
        }
    return model + ", load " + load + ", cpu pressure " + pressure;
}

}  // namespace meadow::bench
