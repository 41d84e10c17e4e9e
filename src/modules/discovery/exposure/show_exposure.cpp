#include "modules/discovery/exposure/show_exposure.hpp"

#include <algorithm>
#include <cstdio>
#include <map>

#include "modules/discovery/exposure/rates.hpp"
#include "modules/discovery/exposure/store.hpp"
#include "text/csv_write.hpp"

namespace meadow::discovery {
namespace {

constexpr std::int64_t usual_days = 30, most_days = 400, most_exported = 20'000;

Result<store::ExposureFilter> filter_of(ReadCtx& ctx, const ExposureAsked& in)
{
    store::ExposureFilter out;
    out.until = std::min(day_number(in.until.value_or(ctx.now)), store::exposure_cursor(ctx.tx).day - 1);   // a day that is being written is not told
    out.from = in.from ? day_number(*in.from) : day_number(in.until.value_or(ctx.now)) - usual_days;
    if (out.until - out.from >= most_days) return refuse(bad_input, "", {{"?from", "is more than " + std::to_string(most_days) + " days before the last day"}});
    if (in.surface) out.surface = name_of(*in.surface);
    if (in.source) out.source = name_of(*in.source);
    if (in.slot) out.slot = *in.slot;
    if (in.policy) out.policy = *in.policy;
    return out;
}

Result<std::int64_t> offset_of(const std::optional<std::string>& text)
{
    const auto cursor = parse_cursor(text.value_or(""));
    if (!cursor || cursor->first < 0) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    return cursor->first == INT64_MAX ? 0 : cursor->first;
}

// By surface; "" for all of them together.
std::map<std::string, double> effects_of(ReadCtx& ctx, const store::ExposureFilter& filter)
{
    std::map<std::string, double> out;
    ReadersRow all;
    for (const ReadersRow& row : store::sum_readers(ctx.tx, filter.from, filter.until)) {
        out[row.surface] = design_effect(row);
        for (const auto member : {&ReadersRow::readers, &ReadersRow::shown, &ReadersRow::opened, &ReadersRow::shown_shown, &ReadersRow::shown_opened, &ReadersRow::opened_opened})
            all.*member += row.*member;
    }
    out[""] = design_effect(all);
    return out;
}

ExposureLine line_of(const ExposureRow& row, ExposureBy by)
{
    ExposureLine out;
    if (by == ExposureBy::day) out.day = day_start(row.day);
    if (by == ExposureBy::surface) out.surface = row.surface;
    if (by == ExposureBy::source) out.source = row.source;
    if (by == ExposureBy::slot) out.slot = row.slot;
    if (by == ExposureBy::policy) out.policy = row.policy;
    out.shown = row.shown;
    out.guests = row.guests;
    out.opened = row.opened;
    out.answered = row.answered;
    out.reads = row.reads;
    out.likes = row.likes;
    out.collects = row.collects;
    out.comments = row.comments;
    out.shares = row.shares;
    out.follows = row.follows;
    out.carts = row.carts;
    out.orders = row.orders;
    out.hides = row.hides;
    out.expected = engine::whole(row.expected);
    out.weight = engine::whole(row.weight);
    out.weighted_opens = engine::whole(row.weighted_opens);
    return out;
}

std::string decimal(engine::Micro value)
{
    char out[40];
    std::snprintf(out, sizeof out, "%.6f", engine::whole(value));
    return out;
}

}  // namespace

Result<ExposureLines> show_exposure(ReadCtx& ctx, const ShowExposure& in)
{
    const store::ExposureFilter filter = TRY(filter_of(ctx, in));
    const std::int64_t offset = TRY(offset_of(in.cursor));
    const auto effects = effects_of(ctx, filter);
    const auto effect = [&](const std::string& surface) {
        const auto found = effects.find(surface);
        return found == effects.end() ? 1 : found->second;
    };
    ExposureLines out;
    out.until = day_start(store::exposure_cursor(ctx.tx).day);
    out.design_effect = effect(filter.surface);
    auto rows = store::sum_exposure(ctx.tx, filter, std::string(name_of(in.by)), offset, in.limit + 1);
    if (std::int64_t(rows.size()) > in.limit) {
        rows.resize(std::size_t(in.limit));
        out.next = cursor_text({offset + in.limit, 0});
    }
    for (const ExposureRow& row : rows) {
        ExposureLine& line = out.items.emplace_back(line_of(row, in.by));
        if (row.shown == 0) continue;
        const double wider = in.by == ExposureBy::surface ? effect(row.surface) : out.design_effect;
        line.open_rate = rate(row.opened, row.shown, wider);
        line.answer_rate = rate(row.answered, row.shown, wider);
        line.hide_rate = rate(row.hides, row.shown, wider);
    }
    return out;
}

Result<http::Content> export_exposure(ReadCtx& ctx, const ExportExposure& in)
{
    const store::ExposureFilter filter = TRY(filter_of(ctx, in));
    const std::int64_t offset = TRY(offset_of(in.cursor));
    auto rows = store::list_exposure(ctx.tx, filter, offset, most_exported + 1);
    http::Content out;
    out.content_type = "text/csv; charset=utf-8";
    lang::append_csv_row(out.body, {"day", "surface", "source", "slot", "policy", "shown", "guests", "opened", "answered", "likes", "collects", "comments", "shares",
                                    "follows", "carts", "orders", "hides", "expected", "weight", "weighted_opens", "reads"});
    if (std::int64_t(rows.size()) > most_exported) {
        rows.resize(std::size_t(most_exported));
        out.headers.push_back({"X-Next-Cursor", cursor_text({offset + most_exported, 0})});
    }
    for (const ExposureRow& row : rows) {
        std::vector<std::string> cells{text(day_start(row.day)).substr(0, 10), row.surface, row.source};
        for (const std::int64_t count : {row.slot, row.policy, row.shown, row.guests, row.opened, row.answered, row.likes, row.collects, row.comments, row.shares,
                                         row.follows, row.carts, row.orders, row.hides})
            cells.push_back(std::to_string(count));
        for (const engine::Micro sum : {row.expected, row.weight, row.weighted_opens}) cells.push_back(decimal(sum));
        cells.push_back(std::to_string(row.reads));
        lang::append_csv_row(out.body, cells);
    }
    out.headers.push_back({"Content-Disposition", "attachment; filename=\"exposure.csv\""});
    return out;
}

Result<Page<NoteDay>> show_note_exposure(ReadCtx& ctx, const ShowNoteExposure& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    std::vector<NoteDay> days;
    const std::int64_t before = std::min(cursor->first, store::exposure_cursor(ctx.tx).day);
    for (const NoteExposureRow& row : store::list_note_exposure(ctx.tx, in.note, before, in.limit + 1))
        days.push_back({day_start(row.day), row.shown, row.guests, row.opened, row.answered});
    return page_of(std::move(days), in.limit, [](const NoteDay& day) { return Cursor{day_number(day.day), 0}; });
}

}  // namespace meadow::discovery
