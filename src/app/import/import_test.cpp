#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/import/importer.hpp"
#include "app/opening.hpp"
#include "modules/community/notes/store.hpp"
#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/keep_diary.hpp"
#include "support/town.hpp"

namespace meadow::app {
namespace {

// A directory of files to import, gone at the end.
class Files {
public:
    Files()
    {
        std::string path = "/tmp/meadow-import-XXXXXX";
        if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("cannot make " + path);
        path_ = path;
        std::filesystem::create_directories(in());
    }
    ~Files() { std::filesystem::remove_all(path_); }
    const Files& write(const std::string& name, const std::string& text) const
    {
        std::ofstream(in() + "/" + name, std::ios::binary) << text;
        return *this;
    }
    std::string in() const { return path_ + "/in"; }
    std::string path() const { return path_; }

private:
    std::string path_;
};

const db::Sql find_imported{"testing.find_imported", "SELECT id FROM app_import_ids WHERE kind = $1 AND name = $2"};
std::int64_t id_of(Town& town, Kind kind, const std::string& name)
{
    std::optional<std::int64_t> id;
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) { id = ctx.tx.one<std::int64_t>(find_imported, kind, name); });
    return id.value();
}

// A shop with a product, a note that pins it, and what two people did with the note.
const char* const people = "id,name,city\np1,林小满,杭州\np2,陈一诺,上海\n";
void write_loop(const Files& files)
{
    files.write("people.csv", people)
        .write("shops.csv", "id,owner,name\ns1,p1,林家小店\n")
        .write("products.csv", "id,shop,title,category,price,stock,commission\ni1,s1,丝绒口红,beauty.lipstick,129.9,50,500\n")
        .write("notes.jsonl", R"({"id":"n1","author":"p2","title":"秋冬口红","text":"真的很显白 #口红试色","products":"i1","published":"2030-01-05T10:00:00Z"})"
                              "\n")
        .write("comments.csv", "id,note,author,text,answers\nc1,n1,p1,好看,\nc2,n1,p2,谢谢,c1\n")
        .write("interactions.csv", "kind,person,target,at\nlike,p1,n1,\ncollect,p1,n1,\nview,p1,n1,2030-01-06\nview,p2,n1,2030-01-06\nfollow,p1,p2,\n");
}

Tally import(Meadow& meadow, const Files& files, bool dry = false, const std::string& source = "test")
{
    ImportOptions options;
    options.source = source;
    options.reports = files.path() + "/reports";
    options.dry = dry;
    options.covers = 2;
    Importer importer(meadow, options, [](const Progress&) {});
    Tally sum;
    for (const std::string& path : Importer::in_order({files.in()})) {
        const Tally tally = importer.read(path);
        sum = {sum.entered + tally.entered, sum.updated + tally.updated, sum.unchanged + tally.unchanged, sum.rejected + tally.rejected};
    }
    return sum;
}

std::string rejected(const Files& files, const std::string& file)
{
    std::stringstream text;
    text << std::ifstream(files.path() + "/reports/test-" + file + ".rejected.csv").rdbuf();
    return text.str();
}

community::store::NoteCounts counts_of(jobs::World& world, NoteId note)
{
    community::store::NoteCounts out;
    jobs::read_now(world, {}, [&](ReadCtx& ctx) {
        out = community::store::find_counted_home(ctx.tx, note).value().counts;
    });
    return out;
}

NoteId newest_note(Town& town)
{
    return {*parse_id("nte", town.guest().get("/v1/feed/latest").is(200).text("/items/0/id"))};
}

TEST(Import, brings_a_shop_a_product_a_note_and_what_people_did_with_it)
{
    Town town;
    Files files;
    write_loop(files);
    const Tally tally = import(town.meadow(), files);
    EXPECT_EQ(12, tally.entered);
    EXPECT_EQ(0, tally.rejected);

    const NoteId note = newest_note(town);
    const auto page = town.guest().get("/v1/notes/" + text(note)).is(200);
    page.says("/title", "秋冬口红").says("/products/0/title", "丝绒口红").counts("/media", 1);
    EXPECT_EQ("true", page.json().text("/disclosed"));   // the pinned product pays a commission
    const auto counts = counts_of(town.world(), note);
    EXPECT_EQ(1, counts.likes);
    EXPECT_EQ(1, counts.collects);
    EXPECT_EQ(2, counts.comments);
    EXPECT_EQ(2, counts.views);
    town.guest().get("/v1/topics/%E5%8F%A3%E7%BA%A2%E8%AF%95%E8%89%B2/notes").is(200).counts("/items", 1);
    town.guest().get("/v1/search/notes?q=%E5%8F%A3%E7%BA%A2").is(200).counts("/items", 1);
    town.guest().get("/v1/search/products?q=%E5%8F%A3%E7%BA%A2").is(200).counts("/items", 1);
    const std::string author = page.text("/author/id");
    town.guest().get("/v1/users/" + author + "/counts").is(200).says("/followers", 1);
    town.guest().get("/v1/users/" + author + "/followers").is(200).counts("/items", 1);
}

TEST(Import, teaches_the_feed_what_goes_with_what)
{
    Town town;
    std::string crowd = "id,name\n", notes = "id,author,title,text\n", acts = "kind,person,target,at\n";
    for (int p = 1; p <= 9; ++p) crowd += "p" + std::to_string(p) + ",Person " + std::to_string(p) + "\n";
    for (int n = 1; n <= 30; ++n) notes += "n" + std::to_string(n) + ",p9,Note " + std::to_string(n) + ",text " + std::to_string(n) + "\n";
    for (int p = 1; p <= 5; ++p)   // five people open the second after the first; the sixth only the first
        acts += "view,p" + std::to_string(p) + ",n1,2030-01-06\nlike,p" + std::to_string(p) + ",n2,2030-01-07\n";
    acts += "view,p6,n1,2030-01-06\n";
    const Files files;
    files.write("people.csv", crowd).write("notes.csv", notes).write("interactions.csv", acts);
    EXPECT_EQ(import(town.meadow(), files).rejected, 0);
    town.settles();
    discovery::keep_diary(town.world());
    const auto& curator = town.world().adapters.get<discovery::Curator>();
    const auto after_the_first = [&](const char* person) {
        return curator.look([&](const discovery::engine::State& s) {
            const auto reader = s.reader_numbers.at(id_of(town, Kind::person, person));
            std::vector<std::uint32_t> next;
            for (const auto& scored : s.taste.suggest(reader, nullptr, 5, [](std::uint32_t) { return false; })) next.push_back(scored.item);
            return std::pair(next, s.note_numbers.at(id_of(town, Kind::note, "n2")));
        });
    };
    const auto [next, second] = after_the_first("p6");
    ASSERT_FALSE(next.empty());
    EXPECT_EQ(next.front(), second);
    EXPECT_EQ(curator.look([&](const discovery::engine::State& s) { return s.find_reader({id_of(town, Kind::person, "p1")})->unbacked; }), 0u)
        << "nobody is suspected for what they did before the town was here";
}

TEST(Import, doubles_nothing_when_it_is_done_again_and_changes_what_changed)
{
    Town town;
    Files files;
    write_loop(files);
    import(town.meadow(), files);
    const NoteId note = newest_note(town);
    const auto before = counts_of(town.world(), note);
    const Tally again = import(town.meadow(), files);
    EXPECT_EQ(0, again.entered);
    EXPECT_EQ(12, again.unchanged);
    const auto after = counts_of(town.world(), note);
    EXPECT_EQ(to_json(before.likes + before.collects + before.comments + before.views),
              to_json(after.likes + after.collects + after.comments + after.views));

    files.write("notes.jsonl", R"({"id":"n1","author":"p2","title":"冬天的口红","text":"真的很显白","products":"i1","published":"2030-01-05T10:00:00Z"})"
                               "\n");
    files.write("products.csv", "id,shop,title,category,price,stock,commission\ni1,s1,丝绒口红二代,beauty.lipstick,119,50,500\n");
    EXPECT_EQ(2, import(town.meadow(), files).updated);
    town.guest().get("/v1/notes/" + text(note)).is(200).says("/title", "冬天的口红").says("/products/0/title", "丝绒口红二代").says("/products/0/price_from", 11900);
    // The same names of another source are other people; a shop's name is one of a kind in a town, whoever brings it.
    const Tally elsewhere = import(town.meadow(), files, false, "elsewhere");
    EXPECT_EQ(3, elsewhere.entered);
    EXPECT_EQ(0, elsewhere.unchanged);
}

TEST(Import, reads_what_a_spreadsheet_saves_and_tells_every_row_that_does_not_fit)
{
    Town town;
    Files files;
    files.write("people.csv", "\xEF\xBB\xBFid,name,bio\r\np1,林小满,\"第一行\n第二行\"\r\np2,,\r\np3,\xC1\xD6,\r\np4,\"陈\"一,\r\np5,王,多,余\r\np6,周,\r\n");
    EXPECT_EQ(2, import(town.meadow(), files).entered);
    const std::string told = rejected(files, "people.csv");
    EXPECT_EQ(told, "line,column,reason\r\n4,name,must not be empty\r\n5,name,is not valid UTF-8\r\n6,,something follows a closing quote\r\n"
                    "7,,4 fields where 3 are due\r\n");
}

TEST(Import, tells_rows_that_name_what_is_not_there_or_break_a_rule)
{
    Town town;
    Files files;
    files.write("people.csv", people)
        .write("shops.csv", "id,owner,name\ns1,p1,林家小店\ns2,p9,无主\ns3,p2,林家小店\n")
        .write("products.csv", "id,shop,title,category,price\ni1,s1,口红,beauty.lipstick,1.234\ni2,s1,口红,beauty,12\ni3,s7,口红,beauty.lipstick,12\n")
        .write("notes.jsonl", "{\"id\":\"n1\",\"author\":\"p1\",\"text\":\"好\",\"pictures\":\"../../etc/passwd\"}\n"
                              "{\"id\":\"n2\",\"author\":\"p1\",\"text\":\"好\",\"products\":\"i9\"}\n{\"id\":\"n3\",\"author\":\"p1\"}\nno json\n"
                              "{\"id\":\"n4\",\"author\":\"p1\",\"text\":\"好\",\"colour\":\"red\"}\n");
    const Tally tally = import(town.meadow(), files);
    EXPECT_EQ(3, tally.entered);
    EXPECT_EQ(10, tally.rejected);
    EXPECT_NE(std::string::npos, rejected(files, "shops.csv").find("3,owner,there is no person called p9"));
    EXPECT_NE(std::string::npos, rejected(files, "products.csv").find("2,price,"));
    EXPECT_NE(std::string::npos, rejected(files, "notes.jsonl").find("1,pictures,../../etc/passwd is not a file below"));
    EXPECT_NE(std::string::npos, rejected(files, "notes.jsonl").find("5,colour,"));
    town.guest().get("/v1/feed/latest").is(200).counts("/items", 0);
}

TEST(Import, refuses_a_file_whose_columns_it_does_not_know)
{
    Town town;
    Files files;
    files.write("people.csv", "id,nmae\np1,林\n");
    EXPECT_THROW(import(town.meadow(), files), std::runtime_error);
    files.write("people.csv", "id\np1\n");
    EXPECT_THROW(import(town.meadow(), files), std::runtime_error);
    files.write("people.csv", "\xFF\xFEi\0d\0");
    EXPECT_THROW(import(town.meadow(), files), std::runtime_error);
    EXPECT_THROW(Importer::in_order({"/tmp/customers.csv"}), std::runtime_error);
}

TEST(Import, writes_nothing_in_a_dry_run_which_follows_names_across_files)
{
    Town town;
    Files files;
    write_loop(files);
    const Tally dry = import(town.meadow(), files, true);
    EXPECT_EQ(12, dry.entered);
    EXPECT_EQ(0, dry.rejected);
    town.guest().get("/v1/feed/latest").is(200).counts("/items", 0);
    EXPECT_EQ(12, import(town.meadow(), files).entered);
}

constexpr int viewers = 200, views = 12'000;

std::string many_views()
{
    std::string out = "kind,person,target,at\n";
    for (int i = 0; i < views; ++i) {
        const std::string person = "v" + std::to_string(i % viewers);
        out += (i % 4 == 0 ? "like," : "view,") + person + ",n1,2030-01-06T00:00:" + std::to_string(10 + i / viewers % 50) + "Z\n";
        if (i % 1000 == 7) out += "view," + person + ",nobody,\n";
    }
    return out;
}

void write_crowd(const Files& files)
{
    std::string crowd = "id,name\np1,林小满\n";
    for (int i = 0; i < viewers; ++i) crowd += "v" + std::to_string(i) + ",观众\n";
    files.write("people.csv", crowd).write("notes.csv", "id,author,text\nn1,p1,大家都来看\n").write("interactions.csv", many_views());
}

// Runs `meadow import` as a process of its own and kills it once it has told of so many batches of interactions.
void kill_import_after(int batches, const Files& files, const std::string& data)
{
    const std::string binary = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "meadow";
    const std::string in = files.in(), reports = files.path() + "/reports";
    int told[2];
    ASSERT_EQ(0, pipe(told));
    const pid_t child = fork();
    if (child == 0) {
        dup2(told[1], STDOUT_FILENO);
        close(told[0]);
        close(told[1]);
        execl(binary.c_str(), "meadow", "import", "--data", data.c_str(), "--source", "test", "--reports", reports.c_str(), "--covers", "2", in.c_str(),
              static_cast<char*>(nullptr));
        _exit(127);
    }
    close(told[1]);
    std::string line;
    int heard = 0;
    for (char byte = 0; heard < batches && read(told[0], &byte, 1) == 1; line += byte) {
        if (byte != '\n') continue;
        heard += line.find("interactions.csv") != std::string::npos;
        line.clear();
    }
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    close(told[0]);
    ASSERT_EQ(batches, heard) << "it ended by itself";
}

// What an import that nothing interrupted says and leaves.
struct Whole {
    Tally tally;
    std::int64_t likes = 0, views = 0;
    std::string report;
};
Whole outcome(Meadow& meadow, const Files& files, const Tally& tally)
{
    std::vector<community::store::CountedNote> notes;
    jobs::read_now(meadow.world(), {}, [&](ReadCtx& ctx) { notes = community::store::public_after(ctx.tx, {}, 10); });
    EXPECT_EQ(1u, notes.size());
    return {tally, notes.at(0).counts.likes, notes.at(0).counts.views, rejected(files, "interactions.csv")};
}

TEST(Import, goes_on_where_a_killed_one_was_and_doubles_nothing)
{
    Files undisturbed;
    write_crowd(undisturbed);
    Whole whole;
    {
        Town town;
        whole = outcome(town.meadow(), undisturbed, import(town.meadow(), undisturbed));
        EXPECT_EQ(viewers / 4, whole.likes);
        EXPECT_EQ(12, std::count(whole.report.begin(), whole.report.end(), '\n') - 1);
    }
    for (int killed_after = 1; killed_after <= 5; killed_after += 2) {
        Files files;
        write_crowd(files);
        Config config;
        config.data = files.path() + "/data";
        kill_import_after(killed_after, files, config.data);

        Opening opening(config);
        opening.bring_up_to_date();
        Meadow meadow(opening.parts(), opening.database(), opening.clock(), opening.dice());
        Tally tally;
        ImportOptions options{"test", files.path() + "/reports", false, 2};
        int batches = 0;
        Importer importer(meadow, options, [&](const Progress&) { ++batches; });
        tally = importer.read(files.in() + "/interactions.csv");
        EXPECT_LT(batches, 7) << "it began at the start";
        const Whole mended = outcome(meadow, files, tally);
        EXPECT_EQ(whole.likes, mended.likes);
        EXPECT_EQ(whole.views, mended.views);
        EXPECT_EQ(whole.tally.entered - viewers - 2, mended.tally.entered);
        EXPECT_EQ(whole.tally.rejected, mended.tally.rejected);
        EXPECT_EQ(whole.report, mended.report);
    }
}

}  // namespace
}  // namespace meadow::app
