"""A server for tests that speak to one from outside."""
import re
import subprocess
import sys
import time
import urllib.request


def serve(meadow, data, folder):
    """Serves a town on a port of its own; the process, and its address once it is ready. What it logs goes into `folder`."""
    with open(folder / 'server.log', 'w') as log:
        server = subprocess.Popen([meadow, 'serve', '--data', data, '--port', '0'], stdout=log, stderr=log)
    for _ in range(600):
        said = re.search(r'^Meadow is at (\S+)$', (folder / 'server.log').read_text(), re.M)
        if said or server.poll() is not None:
            break
        time.sleep(0.1)
    if not said:
        server.kill()
        sys.exit('the server did not start:\n' + (folder / 'server.log').read_text())
    urllib.request.urlopen(said[1] + '/readyz').read()
    return server, said[1]
