#!/usr/bin/env python3
"""Holds the source to the house's rules (docs/HOUSE.md): prints every breach as path:line and fails when there is one."""
import sys
from importlib import import_module
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from source import Tree  # noqa: E402


def rules():
    return {path.stem: import_module(f'rules.{path.stem}') for path in sorted((HERE / 'rules').glob('*.py'))}


def main():
    tree = Tree.read(HERE.parent.parent)
    faults = 0
    for name, rule in rules().items():
        for fault in getattr(rule, 'warn', lambda _: [])(tree):
            print(f'{fault.path}:{fault.line}: warning: {fault.message} [{name}]')
        for fault in rule.check(tree):
            print(f'{fault.path}:{fault.line}: {fault.message} [{name}]')
            faults += 1
    print(f'{len(tree.sources)} files, {faults} faults')
    return 1 if faults or not tree.sources else 0


if __name__ == '__main__':
    sys.exit(main())
