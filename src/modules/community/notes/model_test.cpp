// A note's life and the marks in its text.
#include "modules/community/notes/model.hpp"

#include <gtest/gtest.h>

#include <set>

#include "modules/community/notes/marks.hpp"

namespace meadow::community {

TEST(NoteMoves, every_state_can_be_reached_from_a_draft_and_nothing_leaves_deletion)
{
    std::set<NoteState> reached{NoteState::draft};
    for (std::size_t round = 0; round < std::size(note_moves); ++round)
        for (const NoteMove& m : note_moves)
            if (reached.count(m.from) > 0) reached.insert(m.to);
    EXPECT_EQ(reached.size(), describe<NoteState>().names.size());
    for (const EnumName& to : describe<NoteState>().names) EXPECT_FALSE(may_move(NoteState::deleted, NoteState(to.value)));
}

TEST(Audience, is_the_authors_wish_only_while_the_note_is_published)
{
    EXPECT_EQ(audience_of(NoteState::published, Visibility::public_), Audience::everybody);
    EXPECT_EQ(audience_of(NoteState::published, Visibility::friends), Audience::friends);
    EXPECT_EQ(audience_of(NoteState::published, Visibility::only_me), Audience::author);
    for (const NoteState state : {NoteState::draft, NoteState::scheduled, NoteState::hidden})
        EXPECT_EQ(audience_of(state, Visibility::public_), Audience::author);
    EXPECT_EQ(audience_of(NoteState::deleted, Visibility::public_), Audience::nobody);
}

TEST(Marks, places_count_as_a_browser_counts)
{
    EXPECT_EQ(utf16_length("abc"), 3);
    EXPECT_EQ(utf16_length("口红"), 2);
    EXPECT_EQ(utf16_length("😀"), 2);
}

TEST(Marks, a_chinese_run_is_tried_from_long_to_short_and_a_latin_word_is_never_cut)
{
    EXPECT_EQ(handles_in("lin你好"), (std::vector<std::string>{"lin你好", "lin你", "lin"}));
    EXPECT_EQ(handles_in("linda"), (std::vector<std::string>{"linda"}));
    EXPECT_EQ(handles_in("lin-da"), (std::vector<std::string>{"lin-da", "lin"}));
}

TEST(Draft, names_each_picture_once_and_stays_on_earth)
{
    NoteContent content;
    content.media = {MediaId{1}, MediaId{1}};
    content.place = Place{Text<1, 60>("Shanghai"), 91.0, 10.0};
    const auto faults = faults_of_draft(content);
    ASSERT_EQ(faults.size(), 2u);
    EXPECT_EQ(faults[0].where, "/media");
    EXPECT_EQ(faults[1].where, "/place/latitude");
    content.place->longitude = {};
    EXPECT_EQ(faults_of_draft(content)[1].where, "/place");
}

}  // namespace meadow::community
