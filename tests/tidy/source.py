"""The tree as the rules see it: every C++ file with its code, its string literals and its includes apart."""
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

TOKEN = re.compile(
    r'//[^\n]*'
    r'|/\*.*?\*/'
    r'|R"(?P<fence>[^(\s]*)\((?P<raw>.*?)\)(?P=fence)"'
    r'|"(?P<text>(?:\\.|[^"\\\n])*)"'
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'",  # not the ' of 1'000
    re.DOTALL)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+"([^"]+)"', re.MULTILINE)


@dataclass(frozen=True)
class Fault:
    path: str
    line: int
    message: str


@dataclass
class Source:
    path: str  # from the repository's root, with '/'
    text: str

    @cached_property
    def _parts(self):
        strings = []

        def blank(match):
            literal = match['raw'] if match['raw'] is not None else match['text']
            if literal is not None:
                strings.append((self.line_at(match.start()), literal))
            return ''.join(c if c == '\n' else ' ' for c in match[0])

        return TOKEN.sub(blank, self.text), strings

    @property
    def code(self):
        """The text with comments and literals blanked; offsets and lines stay what they were."""
        return self._parts[0]

    @property
    def strings(self):
        """(line, content) of each string literal."""
        return self._parts[1]

    @cached_property
    def includes(self):
        """(line, what stands between the quotes)"""
        return [(self.line_at(m.start(1)), m[1]) for m in INCLUDE.finditer(self.text)]

    @cached_property
    def lines(self):
        return self.text.splitlines()

    def line_at(self, offset):
        return self.text.count('\n', 0, offset) + 1

    def find(self, pattern):
        """(line, match) of a pattern in the code."""
        return [(self.line_at(m.start()), m) for m in re.finditer(pattern, self.code)]

    @cached_property
    def words(self):
        return set(re.findall(r'\w+', self.text))

    @cached_property
    def code_words(self):
        return set(re.findall(r'\w+', self.code))

    @property
    def name(self):
        return PurePosixPath(self.path).name

    @cached_property
    def stem(self):
        return PurePosixPath(self.path).stem

    @cached_property
    def is_test(self):
        return self.stem.endswith('_test') or not self.path.startswith('src/')

    @property
    def floor(self):
        """base, db, …, modules, app; None outside src/."""
        parts = self.path.split('/')
        return parts[1] if parts[0] == 'src' and len(parts) > 2 else None

    @property
    def module(self):
        parts = self.path.split('/')
        return parts[2] if self.floor == 'modules' and len(parts) > 3 else None

    def fault(self, line, message):
        return Fault(self.path, line, message)


@dataclass
class Tree:
    files: dict  # path → text of every C++ file, README.md and CMakeLists.txt
    sources: list = field(init=False)

    def __post_init__(self):
        self.sources = [Source(path, text) for path, text in sorted(self.files.items()) if path.endswith(('.cpp', '.hpp'))]

    @classmethod
    def read(cls, root: Path):
        files = {}
        for top in ('src', 'tests', 'bench'):
            for path in (root / top).rglob('*'):
                if path.suffix in ('.cpp', '.hpp') or path.name in ('README.md', 'CMakeLists.txt'):
                    files[path.relative_to(root).as_posix()] = path.read_text(encoding='utf-8')
        return cls(files)

    def product(self):
        return [s for s in self.sources if not s.is_test]

    def build_words(self, path, word):
        """Every call of a word in a build file, as lists of arguments: build_words('src/CMakeLists.txt', 'floor')."""
        text = re.sub(r'#[^\n]*', '', self.files.get(path, ''))
        return [call.split() for call in re.findall(rf'\b{word}\(([^)]*)\)', text)]

    @cached_property
    def modules(self):
        """The module line, left to right."""
        for call in self.build_words('src/CMakeLists.txt', 'set'):
            if call[0] == 'MODULE_LINE':
                return call[1:]
        return []


def section(arguments, word):
    """The values after a keyword: section(['db', 'USES', 'base', 'LINK', 'x'], 'USES') is ['base']."""
    if word not in arguments:
        return []
    values = []
    for value in arguments[arguments.index(word) + 1:]:
        if value.isupper():
            break
        values.append(value)
    return values
