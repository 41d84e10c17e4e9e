// meadow doctor: looks at everything that can be wrong and says what to do about it.
#include <cstdio>

#include "app/commands.hpp"
#include "app/doctor/findings.hpp"

namespace meadow::app {
namespace {

struct Choice {
    std::string file, data;
    bool quick = false;
};

void print(const Findings& findings)
{
    static constexpr const char* words[] = {"ok  ", "warn", "FAIL"};
    for (const Finding& one : findings.all()) {
        std::printf("%s  %-14s  %s\n", words[int(one.level)], one.about.c_str(), one.what.c_str());
        if (!one.advice.empty()) std::printf("%22s→ %s\n", "", one.advice.c_str());
    }
}

// A look that ends in a fault is a finding, too; the others go on.
void guarded(Findings& findings, const std::string& about, const std::string& advice, const std::function<void()>& look)
{
    try {
        look();
    } catch (const std::exception& broken) {
        findings.fail(about, broken.what(), advice);
    }
}

void look_into_town(Findings& findings, const Config& config, bool quick)
{
    Visit visit(config);
    findings.ok("schema", "is this binary's");
    guarded(findings, "news", "", [&] { look_at_news(findings, visit); });
    if (quick) return;
    guarded(findings, "integrity", "", [&] { look_at_integrity(findings, config); });
    guarded(findings, "town", "", [&] { look_at_town(findings, visit); });
    guarded(findings, "media", "", [&] { look_at_media(findings, visit); });
}

void examine(const Choice& choice)
{
    Findings findings;
    const Config config = load_config(choice.file, choice.data);
    const jobs::SystemClock clock;
    look_at_configuration(findings, config);
    look_at_data_directory(findings, config);
    look_at_disk(findings, config);
    guarded(findings, "postgresql", "check database_url, and that the server runs",
            [&] { look_at_postgres(findings, config, clock); });
    guarded(findings, "database", "", [&] { look_into_town(findings, config, choice.quick); });
    print(findings);
    if (findings.failed()) throw std::runtime_error("something must be done");
}

}  // namespace

void add_doctor(Word line)
{
    auto choice = std::make_shared<Choice>();
    Word command = line.word("doctor", "Look at everything that can be wrong and say what to do about it");
    command.takes("--config", choice->file, "TOML file");
    command.takes("--data", choice->data, "Data directory");
    command.allows("--quick", choice->quick, "Leave out what reads every row and file");
    command.runs([choice] { examine(*choice); });
}

}  // namespace meadow::app
