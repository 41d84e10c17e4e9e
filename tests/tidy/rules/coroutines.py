"""Coroutines live in src/http. g++ 12.2 destroys an aggregate temporary twice when its expression also holds co_await."""
import re

WORD = r'\bco_(?:await|return|yield)\b'
# From the end of the statement before to the end of this one; a brace that closes its line opens a block.
STATEMENT = r'[^;{}]*(?:\{(?!\s*\n)[^;{}]*\}?[^;{}]*)*;'
TEMPORARY = re.compile(r'[\w>(,=]\s*\{(?!\s*\n)')


def check(tree):
    for source in tree.sources:
        if source.floor is not None and source.floor != 'http':
            for line, match in source.find(WORD):
                yield source.fault(line, f'{match[0]} outside src/http')
        if 'co_await' not in source.code:
            continue
        for _, statement in source.find(STATEMENT):
            found = re.search(r'\bco_await\b', statement[0])
            if found and TEMPORARY.search(statement[0]):
                line = source.line_at(statement.start() + found.start())
                yield source.fault(line, 'a braced temporary in an expression with co_await: name it first and pass the name')
