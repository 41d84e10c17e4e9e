#include "modules/discovery/cards/card_shelf.hpp"

#include <algorithm>

namespace meadow::discovery {

bool CardShelf::may_be_shown(const Card& card, Instant now) const
{
    if (card.as_of > now || now - card.as_of > oldest) return false;
    if (card.as_of <= notes_.of(card.note) || card.as_of <= authors_.of(card.author)) return false;
    if (card.as_of <= counts_.of(card.note) && now - card.as_of >= counters_lag) return false;
    return std::none_of(card.products.begin(), card.products.end(), [&](ProductId p) { return card.as_of <= products_.of(p); });
}

CardPtr CardShelf::find(NoteId note, Instant now)
{
    Board& board = board_of(note);
    const std::lock_guard lock(board.mutex);
    const auto found = board.places.find(note);
    if (found == board.places.end() || !may_be_shown(**found->second, now)) return nullptr;
    board.line.splice(board.line.begin(), board.line, found->second);
    return board.line.front();
}

void CardShelf::keep(CardPtr card)
{
    Board& board = board_of(card->note);
    const std::lock_guard lock(board.mutex);
    if (const auto found = board.places.find(card->note); found != board.places.end()) {
        if ((*found->second)->as_of > card->as_of) return;  // another reader brought a younger one
        board.bytes -= weight(**found->second);
        board.line.erase(found->second);
        board.places.erase(found);
    }
    board.bytes += weight(*card);
    board.line.push_front(std::move(card));
    board.places.emplace(board.line.front()->note, board.line.begin());
    while (board.bytes > room_ && !board.line.empty()) {
        board.bytes -= weight(*board.line.back());
        board.places.erase(board.line.back()->note);
        board.line.pop_back();
    }
}

std::size_t CardShelf::bytes() const
{
    std::size_t sum = 0;
    for (const Board& board : boards_) {
        const std::lock_guard lock(board.mutex);
        sum += board.bytes;
    }
    return sum;
}

}  // namespace meadow::discovery
