"""No Manager, Helper, Util or Service: such a class is named after nobody and grows without end."""
import re

ENDING = r'(?:Manager|Helper|Util|Service)s?'


def check(tree):
    for source in tree.sources:
        if re.search(r'(?:^|_)(?:manager|helper|util|service)s?(?:_test)?$', source.stem):
            yield source.fault(1, 'a file is called after its noun or its verb')
        for line, match in source.find(rf'\b(?:class|struct)\s+(\w*{ENDING})\b(?=[^;]*\{{)'):
            yield source.fault(line, f'{match[1]}: name the noun, or make each thing it does a verb')
