"""Every header is included by somebody other than its own .cpp and test."""
from pathlib import PurePosixPath


def check(tree):
    if 'src/app/main.cpp' not in tree.files:
        return  # without a program nothing is alive yet
    included = {}
    for source in tree.sources:
        here = PurePosixPath(source.path).parent
        own = source.path.rsplit('.', 1)[0].removesuffix('_test')
        for _, target in source.includes:
            for path in (f'src/{target}', f'tests/{target}', target, str(here / target)):
                if path.removesuffix('.hpp') != own:
                    included.setdefault(path, source.path)
    for source in tree.sources:
        if source.path.endswith('.hpp') and source.path not in included:
            yield source.fault(1, 'nobody includes this header')
