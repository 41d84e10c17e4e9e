"""Every refusal is declared in a refusals.hpp and its key begins with its module."""
import re

DECLARED = re.compile(r'\bRefusalKind\s+\w+\s*\{')
KEY = re.compile(r'\s*"([^"]*)"')


def check(tree):
    for source in tree.product():
        if source.module is None:
            continue
        for line, declared in source.find(DECLARED):
            key = KEY.match(source.text, declared.end())
            if source.name != 'refusals.hpp':
                yield source.fault(line, 'a refusal declared outside refusals.hpp')
            if key and not key[1].startswith(f'{source.module}.'):
                yield source.fault(line, f'the refusal "{key[1]}" is not named "{source.module}.…"')
