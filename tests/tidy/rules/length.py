"""A file fits on a few screens and a function on two; what is longer is missing a noun."""
FILE_WARNS, FILE_FAILS, FUNCTION_FAILS = 300, 400, 80


def functions(source):
    """(first line, lines) of each body; the house puts a function's braces alone on their lines, at one depth."""
    opened = {}
    for number, line in enumerate(source.code.splitlines(), 1):
        text, depth = line.strip(), len(line) - len(line.lstrip())
        if text == '{':
            opened[depth] = number
        elif text == '}' and depth in opened:
            yield opened[depth], number - opened.pop(depth) - 1


def check(tree):
    for source in tree.sources:
        if len(source.lines) > FILE_FAILS:
            yield source.fault(FILE_FAILS, f'{len(source.lines)} lines: which noun is missing?')
        for line, length in functions(source):
            if length > FUNCTION_FAILS:
                yield source.fault(line, f'a function of {length} lines')


def warn(tree):
    for source in tree.sources:
        if FILE_WARNS < len(source.lines) <= FILE_FAILS:
            yield source.fault(FILE_WARNS, f'{len(source.lines)} lines, close to too many')
