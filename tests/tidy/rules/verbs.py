"""A verb (the function its file is named after) is tested by name and has a route or a caller. A module has a README."""
import re

from source import Fault

CAST = re.compile(r'(?:store|model|routes|codec|listen|jobs|module)(?:_\w+)?')


def check(tree):
    for module in tree.modules:
        folder = f'src/modules/{module}'
        if any(s.module == module for s in tree.sources) and f'{folder}/README.md' not in tree.files:
            yield Fault(folder, 1, 'a module has a README.md: nouns, states, verbs, tables and their home key')
    for verb in verbs(tree):
        own = verb.path.removesuffix('.cpp')
        others = [s for s in tree.sources if s.path not in (verb.path, f'{own}.hpp')]
        if f'{own}_test.cpp' not in tree.files and not any(s.is_test and verb.stem in s.words for s in others):
            yield verb.fault(1, f'the verb {verb.stem} has no test')
        if not any(s.path.endswith('.cpp') and not s.is_test and verb.stem in s.code_words for s in others):
            yield verb.fault(1, f'the verb {verb.stem} has neither a route nor a caller')


def verbs(tree):
    for source in tree.product():
        in_area = source.module is not None and source.path.count('/') > 3
        if in_area and source.path.endswith('.cpp') and not CAST.fullmatch(source.stem):
            header = tree.files.get(source.path.removesuffix('.cpp') + '.hpp', '')
            if re.search(rf'\b{source.stem}\(', header):
                yield source
