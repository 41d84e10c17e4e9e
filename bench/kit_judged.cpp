#include "kit_judged.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>

#include "kit_numbers.hpp"
#include "text/csv.hpp"
#include "text/dictionary.hpp"

namespace meadow::bench {
namespace {

// Names of one kind of product; the first is asked for plainly, the others as synonyms.
const std::vector<std::vector<std::string>> types{
    {"口红", "唇膏"}, {"唇彩", "唇蜜", "唇釉"}, {"润唇膏", "护唇膏"}, {"粉底液", "粉底"}, {"气垫"}, {"隔离霜", "隔离乳", "妆前乳"}, {"睫毛膏"}, {"眼线笔", "眼线液", "眼线膏"},
    {"眉笔", "眉粉"}, {"眼影"}, {"腮红", "胭脂"}, {"粉饼"}, {"散粉", "蜜粉"}, {"卸妆油", "卸妆水", "卸妆乳", "卸妆液"}, {"洗面奶", "洁面乳", "洁面膏", "洁面"},
    {"爽肤水", "化妆水", "柔肤水", "护肤水"}, {"精华液", "精华露", "肌底液"}, {"面霜", "乳霜"}, {"乳液"}, {"眼霜"}, {"面膜", "面贴膜"}, {"防晒霜", "防晒乳", "防晒"}, {"香水", "淡香水"},
    {"护手霜", "手霜"}, {"身体乳", "润肤乳"}, {"沐浴露", "沐浴乳"}, {"洗发水", "洗发露", "洗发液"}, {"套装", "礼盒"}};

struct Brand {
    std::string name;                       // as the listings say it
    std::vector<std::string> others;        // what else people call it
    std::string pinyin, slip;
};
const std::vector<Brand> brands{
    {"悦诗风吟", {"innisfree"}, "yueshifengyin", "悦诗风银"}, {"佰草集", {"herborist"}, "baicaoji", "百草集"},
    {"雅诗兰黛", {"estee lauder"}, "yashilandai", "雅思兰黛"}, {"欧莱雅", {"loreal"}, "oulaiya", "欧来雅"},
    {"倩碧", {"clinique"}, "qianbi", "clinqiue"},            {"欧珀莱", {"aupres"}, "oupolai", "欧泊莱"},
    {"妮维雅", {"nivea"}, "niweiya", "尼维雅"},              {"兰蔻", {"lancome"}, "lankou", "lancmoe"},
    {"娇兰", {"guerlain"}, "jiaolan", "guerlian"},           {"玉兰油", {"olay"}, "yulanyou", "玉蓝油"},
    {"兰芝", {"laneige"}, "lanzhi", "lanegie"},              {"自然堂", {"chando"}, "zirantang", "自然棠"},
    {"美宝莲", {"maybelline"}, "meibaolian", "maybeline"},   {"资生堂", {"shiseido"}, "zishengtang", "资生糖"},
    {"植村秀", {"shu uemura"}, "zhicunxiu", "植村绣"},       {"薇姿", {"vichy"}, "weizi", "vicky"},
    {"雅漾", {"avene"}, "yayang", "avnee"},                  {"雪花秀", {"sulwhasoo"}, "xuehuaxiu", "sulwhaso"},
    {"相宜本草", {}, "xiangyibencao", "相宜本艹"},           {"SKII", {"sk2", "神仙水"}, "", "skll"},
    {"蜜丝佛陀", {"max factor"}, "misifotuo", "密丝佛陀"},   {"美加净", {"maxam"}, "meijiajing", "美家净"}};
const std::vector<std::string> attributes{"补水", "控油", "美白", "祛痘", "紧致", "男士", "滋润", "防水"};

std::string lower(std::string text)
{
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return text;
}

bool has(const std::string& title, const std::string& words) { return title.find(words) != std::string::npos; }

// Places of the types a title names.
std::vector<std::size_t> types_of(const std::string& title)
{
    std::vector<std::size_t> out;
    for (std::size_t t = 0; t < types.size(); ++t)
        if (std::any_of(types[t].begin(), types[t].end(), [&](const std::string& name) { return has(title, name); })) out.push_back(t);
    return out;
}

class Judge {
public:
    explicit Judge(JudgedSet& set) : set_(set)
    {
        for (const Listing& listing : set_.listings) {
            titles_.push_back(lower(listing.title));
            types_.push_back(types_of(titles_.back()));
        }
    }

    void ask_for_brands()
    {
        for (const Brand& brand : brands) {
            const auto grade = [&](std::size_t i) { return set_.listings[i].brand == brand.name ? 2 : 0; };
            ask("brand", brand.name, grade);
            for (const std::string& other : brand.others) ask("brand by its other name", other, grade);
            if (!brand.pinyin.empty()) ask("brand by pinyin", brand.pinyin, grade);
            ask("brand with a slip", brand.slip, grade);
        }
    }

    void ask_for_types()
    {
        for (std::size_t t = 0; t < types.size(); ++t) {
            for (std::size_t n = 0; n < types[t].size(); ++n)
                ask(n == 0 ? "type" : "type by synonym", types[t][n], [&](std::size_t i) { return of_type(i, t); });
            for (const std::string& attribute : attributes)
                ask("type and attribute", attribute + types[t][0], [&](std::size_t i) { return has(titles_[i], attribute) ? of_type(i, t) : 0; });
            for (const Brand& brand : brands) {
                const auto grade = [&](std::size_t i) { return set_.listings[i].brand == brand.name ? of_type(i, t) : 0; };
                ask("brand and type", brand.name + types[t][0], grade);
                if (types[t].size() > 1) ask("brand and synonym", brand.name + " " + types[t][1], grade);
                if (!brand.others.empty()) ask("other name and type", brand.others[0] + " " + types[t][0], grade);
            }
        }
    }

    // Two pieces of a title, as somebody half remembers it.
    void ask_for_fragments()
    {
        Numbers numbers;
        for (int asked = 0; asked < 200;) {
            const std::size_t i = numbers.below(titles_.size());
            const std::u32string title = lang::code_points(titles_[i]);
            std::vector<std::u32string> runs;
            for (const char32_t c : title) {
                const bool han = lang::script_of(c) == lang::Script::han;
                if (han && (runs.empty() || runs.back().back() == U' ')) runs.emplace_back();
                if (han) runs.back() += c;
                else if (!runs.empty() && runs.back().back() != U' ') runs.back() += U' ';
            }
            std::u32string chinese;
            for (const auto& run : runs) chinese.append(run, 0, run.back() == U' ' ? run.size() - 1 : run.size());
            if (chinese.size() < 14) continue;
            const std::size_t a = numbers.below(chinese.size() / 2 - 3), b = chinese.size() / 2 + numbers.below(chinese.size() / 2 - 3);
            std::string text;
            for (std::size_t k = 0; k < 3; ++k) lang::append(text, chinese[a + k]);
            text += ' ';
            for (std::size_t k = 0; k < 3; ++k) lang::append(text, chinese[b + k]);
            ask("fragment", text, [&](std::size_t j) {
                if (titles_[j] == titles_[i]) return 3;
                return set_.listings[j].brand == set_.listings[i].brand && types_[j] == types_[i] && !types_[i].empty() ? 1 : 0;
            });
            ++asked;
        }
    }

private:
    int of_type(std::size_t i, std::size_t type) const
    {
        if (std::find(types_[i].begin(), types_[i].end(), type) == types_[i].end()) return 0;
        return types_[i].size() == 1 ? 2 : 1;
    }

    template <class Grade>
    void ask(const std::string& family, const std::string& text, Grade grade)
    {
        JudgedQuery query{family, text, {}};
        for (std::size_t i = 0; i < set_.listings.size(); ++i)
            if (const int g = grade(i); g > 0) query.grades[std::int64_t(i) + 1] = g;
        if (query.grades.size() >= 3 || (family == "fragment" && !query.grades.empty())) set_.queries.push_back(std::move(query));
    }

    JudgedSet& set_;
    std::vector<std::string> titles_;
    std::vector<std::vector<std::size_t>> types_;
};

}  // namespace

JudgedSet judged_set(const std::filesystem::path& data)
{
    JudgedSet set;
    std::ifstream in(data / "tmall_beauty/listings.csv", std::ios::binary);
    lang::CsvReader reader(in);
    std::set<std::string> seen;
    for (auto step = reader.next(); step != lang::CsvReader::Step::end; step = reader.next()) {
        if (step != lang::CsvReader::Step::row || reader.fields().size() < 7 || reader.fields()[1] == "item_id") continue;
        if (seen.insert(reader.fields()[1]).second) set.listings.push_back({reader.fields()[2], reader.fields()[6]});
    }
    if (set.listings.empty()) return set;
    Judge judge(set);
    judge.ask_for_brands();
    judge.ask_for_types();
    judge.ask_for_fragments();
    return set;
}

double ndcg_10(const JudgedQuery& query, const std::vector<std::int64_t>& ranking)
{
    const auto gain = [](int grade) { return std::exp2(grade) - 1; };
    const auto discount = [](std::size_t place) { return 1 / std::log2(double(place) + 2); };
    double got = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(10, ranking.size()); ++i)
        if (const auto grade = query.grades.find(ranking[i]); grade != query.grades.end()) got += gain(grade->second) * discount(i);
    std::vector<int> grades;
    for (const auto& [listing, grade] : query.grades) grades.push_back(grade);
    std::sort(grades.begin(), grades.end(), std::greater<>{});
    double best = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(10, grades.size()); ++i) best += gain(grades[i]) * discount(i);
    return best > 0 ? got / best : 0;
}

}  // namespace meadow::bench
