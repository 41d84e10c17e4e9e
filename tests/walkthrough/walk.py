#!/usr/bin/env python3
"""Lives through docs/walkthrough.md: runs its `sh` blocks in one bash and compares what they print with the `output` blocks.

    walk.py MEADOW                       on a server of its own with a new town
    walk.py MEADOW --demo                the same with the demo town
    walk.py MEADOW --url URL --data DIR  on the server that is there
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'tests/support'))
from serving import serve  # noqa: E402

BLOCK = re.compile(r'^```(sh|output)\n(.*?)^```$', re.S | re.M)


def steps(text):
    """(line, commands, what they must print or None), in order."""
    found = []
    for block in BLOCK.finditer(text):
        line = text.count('\n', 0, block.start()) + 1
        if block[1] == 'sh':
            found.append([line, block[2], None])
        elif not found or found[-1][2] is not None:
            sys.exit(f'docs/walkthrough.md:{line}: an output without the commands that print it')
        else:
            found[-1][2] = block[2]
    return found


def script(found, folder):
    parts = ['set -euo pipefail\n']
    for number, (_, commands, _) in enumerate(found):
        parts.append(f'{{\n{commands}\n}} >{folder}/{number}.out 2>{folder}/{number}.err\n')
    return ''.join(parts)


def walk(meadow, url, data, folder):
    found = steps((ROOT / 'docs/walkthrough.md').read_text())
    (folder / 'walk.sh').write_text(script(found, folder))
    environment = os.environ | {'MEADOW': str(meadow), 'MEADOW_URL': url, 'MEADOW_DATA': str(data)}
    ended = subprocess.run(['bash', folder / 'walk.sh'], cwd=folder, env=environment, timeout=300).returncode
    faults = []
    for number, (line, commands, expected) in enumerate(found):
        out, err = folder / f'{number}.out', folder / f'{number}.err'
        if not out.exists():
            faults.append(f'docs/walkthrough.md:{line}: was never reached')
            break
        broke_off = ended != 0 and not (folder / f'{number + 1}.out').exists()
        said = out.read_text()
        if broke_off or (expected is not None and said != expected):
            faults.append(f'docs/walkthrough.md:{line}: these commands\n{commands}printed\n{said}{err.read_text()[-2000:]}and not\n{expected or "nothing"}')
    return '\n'.join(faults) or (f'the walk ended with {ended}' if ended else None)


def check_metrics(url):
    """What Prometheus' own tool says of /metrics after a walk; nothing where it is not installed."""
    promtool = shutil.which('promtool')
    if promtool is None:
        return None
    text = urllib.request.urlopen(url + '/metrics').read()
    checked = subprocess.run([promtool, 'check', 'metrics'], input=text, capture_output=True)
    complaints = (checked.stdout + checked.stderr).decode()
    return f'promtool about {url}/metrics:\n{complaints}' if checked.returncode or complaints else None


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument('meadow', type=lambda path: Path(path).resolve())
    arguments.add_argument('--url')
    arguments.add_argument('--demo', action='store_true')
    arguments.add_argument('--data', type=lambda path: Path(path).resolve())
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix='meadow-walk-') as name:
        folder = Path(name)
        if chosen.url:
            fault = walk(chosen.meadow, chosen.url, chosen.data, folder)
        else:
            data = folder / 'data'
            if chosen.demo:
                subprocess.run([chosen.meadow, 'demo', '--data', data], check=True, stdout=subprocess.DEVNULL)
            server, url = serve(chosen.meadow, data, folder)
            try:
                fault = walk(chosen.meadow, url, data, folder) or check_metrics(url)
            finally:
                server.terminate()
                ended = server.wait(30)
            fault = fault or (f'the server ended with {ended}' if ended else None)
        if fault:
            sys.exit(fault)
    print('the walk is as docs/walkthrough.md tells it')


if __name__ == '__main__':
    main()
