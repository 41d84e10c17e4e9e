#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/discovery/cards/note_names.hpp"
#include "modules/discovery/engine/honesty/findings.hpp"

namespace meadow::discovery {

struct ListFindings {
    std::optional<bool> open;              // only those nobody has decided
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListFindings, (), (open, cursor, limit))

struct FindingView {
    std::int64_t number = 0;
    Instant at;
    engine::Suspicion suspicion{};
    std::optional<NoteId> note;            // it was found on
    std::optional<UserId> reader;          // whom it is about; absent when about the note
    std::optional<NoteName> note_name;     // as far as anybody may see it
    std::optional<identity::PersonCard> reader_card;   // of somebody who is still there
    std::string words;                     // "61 likes in an hour where its views explain 4"
    double observed = 0, expected = 0;
    engine::Measure measure{};             // what followed from it
    bool decided = false;                  // by a person
};
BOOST_DESCRIBE_STRUCT(FindingView, (), (number, at, suspicion, note, reader, note_name, reader_card, words, observed, expected, measure, decided))

struct SuspicionReport {
    engine::Suspicion suspicion{};
    std::int64_t found = 0, decided = 0, upheld = 0;
};
BOOST_DESCRIBE_STRUCT(SuspicionReport, (), (suspicion, found, decided, upheld))

struct Findings {
    std::vector<FindingView> items;        // the newest first
    std::vector<SuspicionReport> report;   // how often each detector was right, as far as people have looked
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(Findings, (), (items, report, next))

// Engagement that looks bought: what was seen, what followed from it, and what people made of it. Of the newest 2,000.
Result<Findings> list_findings(ReadCtx&, const ListFindings&);

}  // namespace meadow::discovery
