"""Paths of the API are written in routes files."""


def check(tree):
    for source in tree.product():
        if source.stem == 'routes' or source.stem.startswith('routes_') or source.stem.endswith('_routes'):
            continue
        for line, literal in source.strings:
            if literal.startswith('/v1/'):
                yield source.fault(line, f'the path "{literal}" outside a routes.cpp')
