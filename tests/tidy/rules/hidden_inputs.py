"""The request brings its own time, ids and dice: no clock, chance, thread or sleep below floor 3 but in the machinery named here."""
from fnmatch import fnmatch

WORDS = {
    'wall clock': r'\bsystem_clock::now\b|\btime\s*\(\s*(?:nullptr|NULL|0|&)|\bgettimeofday\b|\bCLOCK_REALTIME\b',
    'stop watch': r'\b(?:steady|high_resolution)_clock::now\b|\bCLOCK_MONOTONIC\b',
    'chance': r'\bs?rand\s*\(|\brandom_device\b|\bgetrandom\b|\brandombytes_\w+|\bRAND_bytes\b',
    'thread': r'\bstd::j?thread\b(?!::id)|\bstd::async\b|\bpthread_create\b',
    'sleep': r'\bsleep_(?:for|until)\b|\bu?sleep\s*\(|\bnanosleep\b',
}
# Where the machine itself is handled. Product code (floor 2) is never listed.
MACHINERY = {
    'src/db/*': {'thread', 'stop watch'},    # lanes and the checkpointer
    'src/jobs/*': {'thread', 'stop watch'},  # the outbox's and the timers' own threads, worker pools
    'src/http/*': {'thread', 'stop watch'},  # I/O threads, time-outs, latencies
    'src/http/loop.cpp': {'wall clock', 'chance'},   # the Date header, request ids
    'src/jobs/clock.cpp': {'wall clock', 'chance'},  # the one real clock and dice, given to everybody else in the context
    'src/http/loop.cpp': {'wall clock', 'chance'},   # the Date header; where request ids begin
    'src/db/sqlite.cpp': {'sleep'},                  # the slow disk that benchmarks ask for
    'src/db/postgres_connection.cpp': {'sleep'},
}


def check(tree):
    for source in tree.product():
        if source.floor in (None, 'app'):
            continue
        allowed = set().union(*(words for place, words in MACHINERY.items() if fnmatch(source.path, place)))
        for word, pattern in WORDS.items():
            if word in allowed:
                continue
            for line, match in source.find(pattern):
                yield source.fault(line, f'{match[0].strip()}: a {word} below floor 3; take it from the context')
