#include "modules/trading/addresses/model.hpp"

namespace meadow::trading {

bool well_formed_phone(std::string_view text)
{
    int digits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9') ++digits;
        else if (c == '+' ? i != 0 : c != ' ' && c != '-') return false;
    }
    return digits >= 7 && digits <= 15;
}

}  // namespace meadow::trading
