"""A floor includes itself and the floors it USES in src/CMakeLists.txt, modules the floors below, app anything."""
from source import section


def check(tree):
    uses = {call[0]: set(section(call, 'USES')) for call in tree.build_words('src/CMakeLists.txt', 'floor')}

    def below(floor):
        return {floor}.union(*(below(f) for f in uses[floor]))

    reach = {floor: below(floor) for floor in uses}
    reach['modules'] = set(uses) | {'modules'}
    for source in tree.sources:
        if source.floor not in reach:
            continue
        for line, target in source.includes:
            floor = target.split('/')[0]
            if floor in (*uses, 'modules', 'app') and floor not in reach[source.floor]:
                yield source.fault(line, f'{source.floor} may not include {target}: news goes up, calls go down')
