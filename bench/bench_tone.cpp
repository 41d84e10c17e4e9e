// How texts sound: the list of words against the ratings of real reviews, by what they are about.
//   bench_tone [--data=../shared/data] [--json]
#include <map>

#include "corpus.hpp"
#include "kit_figures.hpp"
#include "text/tone.hpp"

using namespace meadow;
using namespace meadow::bench;

namespace {

struct Rated {
    std::string about, text;
    bool content = false;
};

std::vector<Rated> reviews(const std::filesystem::path& data)
{
    std::vector<Rated> out;
    const auto shopping = data / "zh_reviews/shopping10.csv", meals = data / "zh_reviews/waimai.csv";
    const auto about = ::bench::column(shopping, 0), rated = ::bench::column(shopping, 1), said = ::bench::column(shopping, 2);
    for (std::size_t i = 0; i < said.size(); ++i) out.push_back({about[i], said[i], rated[i] == "1"});
    const auto meal_rated = ::bench::column(meals, 0), meal_said = ::bench::column(meals, 1);
    for (std::size_t i = 0; i < meal_said.size(); ++i) out.push_back({"meals", meal_said[i], meal_rated[i] == "1"});
    return out;
}

struct Agreement {
    double all = 0, said = 0, agreed = 0;
};

}  // namespace

int main(int argc, char** argv)
{
    Report report(argc, argv);
    const auto all = reviews(report.value_of("--data", "../shared/data"));
    if (all.empty()) {
        report.note("   no reviews: skipped");
        return 0;
    }
    const lang::Tones tones{lang::Normaliser{}};
    std::map<std::string, Agreement> kinds;
    Agreement whole;
    const ::bench::Stopwatch watch;
    for (const Rated& one : all) {
        const double mood = tones.of(one.text).mood();
        for (Agreement* sum : {&whole, &kinds[one.about]}) {
            sum->all += 1;
            sum->said += mood != 0 ? 1 : 0;
            sum->agreed += mood != 0 && (mood > 0) == one.content ? 1 : 0;
        }
    }
    const double cpu = watch.seconds() * 1e6 / double(all.size());
    const std::string size = std::to_string(all.size()) + " reviews";
    report.tell({"reviews that sound like something", whole.said / whole.all, "", 0, "", size, cpu});
    report.tell({"of them as they are rated", whole.agreed / whole.said, "", 0.85, "the goal", size});
    std::string detail;
    for (const auto& [about, sum] : kinds) {
        char line[120];
        std::snprintf(line, sizeof line, "%s%s %.2f of %.2f", detail.empty() ? "   " : " · ", about.c_str(), sum.agreed / sum.said, sum.said / sum.all);
        detail += line;
    }
    report.note(detail);
    return 0;
}
