"""SQL is written in store files, and each statement is named after its module, once."""
import re

STATEMENT = re.compile(r'\b(?:SELECT\s+\S|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(?:TABLE|INDEX)\s)')
DECLARED = re.compile(r'\bSql\s+\w+\s*\{')
NAME = re.compile(r'\s*"([^"]*)"')
STORE = re.compile(r'(?:^|_)store(?:_\w+)?\.cpp$')


def check(tree):
    seen = {}
    for source in tree.product():
        if source.floor is None:
            continue
        if source.floor != 'db' and not STORE.search(source.name):
            for line, literal in source.strings:
                if STATEMENT.search(literal):
                    yield source.fault(line, 'SQL outside a store file')
        for line, declared in source.find(DECLARED):
            named = NAME.match(source.text, declared.end())
            if named is None:
                continue
            name = named[1]
            home = source.module or source.floor
            if not re.fullmatch(rf'{home}\.[a-z0-9_.]+', name):
                yield source.fault(line, f'the statement "{name}" is not named "{home}.…"')
            if name in seen:
                yield source.fault(line, f'the statement "{name}" is named like the one in {seen[name]}')
            seen.setdefault(name, f'{source.path}:{line}')
