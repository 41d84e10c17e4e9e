"""A module calls modules to its left, through their front door, and only those its build file names; it may hear anyone."""
from source import Fault, section


def check(tree):
    calls = {}
    for place, module in enumerate(tree.modules):
        path = f'src/modules/{module}/CMakeLists.txt'
        for call in tree.build_words(path, 'app_module'):
            calls[module] = section(call, 'CALLS')
            for callee in calls[module]:
                if callee not in tree.modules[:place]:
                    yield Fault(path, 1, f'{module} may not call {callee}, which does not stand to its left in the module line')
    for source in tree.product():
        if source.module is None:
            continue
        if source.module not in tree.modules:
            yield source.fault(1, f'{source.module} does not stand in the module line')
            continue
        for line, target in source.includes:
            parts = target.split('/')
            if parts[0] != 'modules' or len(parts) < 3 or parts[1] == source.module:
                continue
            other, rest = parts[1], '/'.join(parts[2:])
            if rest == 'events.hpp':
                continue
            if rest not in (f'{other}.hpp', 'refusals.hpp'):  # a route declares the refusals of the doors its verb calls
                yield source.fault(line, f'{target} is not a front door: include modules/{other}/{other}.hpp or its events.hpp')
            elif other not in calls.get(source.module, []):
                yield source.fault(line, f'{source.module} calls {other}, but its CMakeLists.txt does not say so')
