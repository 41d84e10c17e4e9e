#include "modules/operations/backlog/show_backlog.hpp"

namespace meadow::operations {
namespace {

// Where a list goes on that shows the smallest key first.
Result<Cursor> after(const std::optional<std::string>& cursor)
{
    if (!cursor || cursor->empty()) return Cursor{0, 0};
    const auto given = parse_cursor(*cursor);
    if (!given) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    return *given;
}

// Rows have numbers beyond what JavaScript counts exactly; people are given the cursor's text.
std::string key_of(std::int64_t id) { return cursor_text({id, 0}); }

template <class View, class Row, class Show>
Page<View> shown(const Page<Row>& rows, Show show)
{
    Page<View> page;
    page.next = rows.next;
    for (const Row& row : rows.items) page.items.push_back(show(row));
    return page;
}

}  // namespace

Result<BacklogView> show_backlog(ReadCtx& ctx, const Nothing&)
{
    BacklogView view{jobs::store::count_backlog(ctx.tx), {}};
    for (const jobs::Subscriber& s : jobs::store::subscribers(ctx.tx)) view.subscribers.push_back({s.name, jobs::store::count_unheard(ctx.tx, s)});
    return view;
}

Result<Page<TimerView>> list_timers(ReadCtx& ctx, const ListBacklog& in)
{
    const Cursor from = TRY(after(in.cursor));
    const auto rows = page_of(jobs::store::list_timers(ctx.tx, Instant{from.first}, from.second, in.limit + 1), in.limit,
                              [](const jobs::Timer& t) { return Cursor{t.due.us, t.id}; });
    return shown<TimerView>(rows, [](const jobs::Timer& t) { return TimerView{key_of(t.id), t.kind, t.due}; });
}

Result<Page<ParkedView>> list_parked(ReadCtx& ctx, const ListBacklog& in)
{
    const Cursor from = TRY(after(in.cursor));
    const auto rows = page_of(jobs::store::list_parked(ctx.tx, from.first, in.limit + 1), in.limit,
                              [](const jobs::Parked& p) { return Cursor{p.id, 0}; });
    return shown<ParkedView>(rows, [](const jobs::Parked& p) {
        return ParkedView{key_of(p.id), p.subscriber, p.kind, RawJson{p.body}, p.error, p.attempts, p.parked_at,
                          p.next_try_at ? std::optional(p.next_try_at) : std::nullopt};
    });
}

Result<Page<ErrandView>> list_errands(ReadCtx& ctx, const ListBacklog& in)
{
    const Cursor from = TRY(after(in.cursor));
    const auto rows = page_of(jobs::store::list_errands(ctx.tx, from.first, in.limit + 1), in.limit,
                              [](const jobs::Errand& e) { return Cursor{e.id, 0}; });
    return shown<ErrandView>(rows, [](const jobs::Errand& e) { return ErrandView{key_of(e.id), e.kind, e.state, e.attempts, e.error, e.due}; });
}

}  // namespace meadow::operations
