#!/usr/bin/env python3
"""A monkey at the API: makes a demo town, asks every operation of docs/openapi.json again and again, as guests, shoppers, merchants and
staff, with values that its schemas allow and values that they do not, and watches that

  * nothing is a fault (5xx, but for 503: come back later),
  * every answer is one that the document names, and every refusal a problem+json with a code that is named for it,
  * the town is in order afterwards: `meadow books` and `meadow doctor` find nothing.

    monkey.py MEADOW [--requests N] [--seed S]     8,000 and always the same; 100,000 and a new seed with MEADOW_LONG=1

What it asked is a matter of the seed and of the ids it has met so far; which it met depends on the answers.
"""
import argparse
import http.client
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import uuid
from collections import defaultdict
from pathlib import Path
from urllib.parse import quote, urlencode

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'tests/support'))
from serving import serve  # noqa: E402

ID = re.compile(rb'\b([a-z]{3})_[0-9A-HJKMNP-TV-Z]{13}\b')
METHODS = ('get', 'post', 'put', 'delete')
# What ends the monkey's own sessions, or its people.
SPARED = {('DELETE', '/v1/session'), ('DELETE', '/v1/sessions'), ('DELETE', '/v1/sessions/{session}'), ('POST', '/v1/me/deletion'),
          ('PUT', '/v1/me/password')}
ODD_WORDS = ['', 'a', '好用', '<script>alert(1)</script>', "'; DROP TABLE x; --", '\u0000x', '😀' * 10, 'x' * 41, 'x' * 500, 'ＡＢＣ', '%00',
             '../../etc/passwd', 'null', '-1', '\u202e反', '  ', '#话题 @ahe 见']
ODD_VALUES = [None, True, -1, 1e300, 'x', [], {}, 10**30, '', 0.5, {'a': 1}]
MOMENTS = ['2026-11-22T15:00:00Z', '2031-01-01T15:00:00.123Z', '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2262-04-11T23:47:16Z', '-1',
           '2026-02-30T00:00:00Z', '']
FILES = [b'', b'a,b\n1,2\n', b'sku,stock\nx,1\n', b'\xff\xd8\xff' + bytes(range(256)), b'{"a":']
MOST_IDS = 400  # of a kind


class Values:
    """Draws values for schemas; ids are those that answers have named."""

    def __init__(self, document, dice):
        self.document, self.dice, self.met = document, dice, defaultdict(list)

    def learn(self, answer):
        for found in ID.finditer(answer[:20000]):
            ids, one = self.met[found[1].decode()], found[0].decode()
            if len(ids) < MOST_IDS:
                ids.append(one)
            else:
                ids[self.dice.randrange(MOST_IDS)] = one

    def resolved(self, schema):
        while '$ref' in schema:
            place = self.document
            for part in schema['$ref'].lstrip('#/').split('/'):
                place = place[part]
            schema = place
        return schema

    def draw(self, schema):
        schema = self.resolved(schema)
        if self.dice.random() < .03:
            return self.dice.choice(ODD_VALUES)
        for several in ('oneOf', 'anyOf', 'allOf'):
            if several in schema:
                return self.draw(self.dice.choice(schema[several]))
        if 'enum' in schema:
            return self.dice.choice(schema['enum'])
        kind = schema.get('type')
        kind = self.dice.choice(kind) if isinstance(kind, list) else kind
        return getattr(self, kind or 'anything')(schema)

    def object(self, schema):
        required = schema.get('required', [])
        out = {name: self.draw(of) for name, of in schema.get('properties', {}).items() if name in required or self.dice.random() < .6}
        if self.dice.random() < .02:
            out['surprise'] = 1
        return out

    def array(self, schema):
        most = min(schema.get('maxItems', 3), 20)
        return [self.draw(schema.get('items', {})) for _ in range(self.dice.choice([0, 1, 1, 2, most]))]

    def integer(self, schema):
        low, high = int(schema.get('minimum', -5)), int(schema.get('maximum', 1000))
        return self.dice.choice([low, high, low - 1, high + 1, 0, 1] + 4 * [self.dice.randint(low, max(low, min(high, low + 100)))])

    def number(self, schema):
        return self.dice.choice([schema.get('minimum', 0), schema.get('maximum', 1), 0.5, 31.2, 121.5, -1e9])

    def boolean(self, _):
        return self.dice.random() < .5

    def anything(self, _):
        return self.dice.choice(ODD_VALUES)

    def string(self, schema):
        pattern, form = schema.get('pattern', ''), schema.get('format')
        of_id = re.match(r'\^\(?([a-z]{3})_', pattern)
        if of_id:
            ids = self.met[of_id[1]]
            return self.dice.choice(ids) if ids and self.dice.random() < .92 else self.dice.choice([of_id[1] + '_0000000000000', 'x', ''])
        if form == 'date-time':
            return self.dice.choice(MOMENTS)
        if self.dice.random() < .25:
            return self.dice.choice(ODD_WORDS)
        least, most = schema.get('minLength', 0), schema.get('maxLength', 60)
        length = self.dice.choice([least, min(most, least + 5), min(most, 20), min(most, 200)])
        return ''.join(self.dice.choice('abc好物0123面霜 #@é😀') for _ in range(length))


class Line:
    """One connection, opened anew when the server has closed it."""

    def __init__(self, port):
        self.port, self.connection = port, None

    def ask(self, method, path, body, headers):
        for again in (False, True):
            try:
                self.connection = self.connection or http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
                self.connection.request(method, path, body, headers)
                answer = self.connection.getresponse()
                kind = answer.getheader('content-type') or ''
                if kind.startswith('text/event-stream'):  # goes on for ever
                    self.connection = self.connection.close()
                    return answer.status, kind, b''
                return answer.status, kind, answer.read()
            except (http.client.HTTPException, ConnectionError):
                self.connection = None
                if again:
                    raise


class Monkey:
    def __init__(self, document, line, dice):
        self.document, self.line, self.dice, self.values = document, line, dice, Values(document, dice)
        self.operations = [(method.upper(), path, operation) for path, item in document['paths'].items()
                           for method, operation in item.items() if method in METHODS and (method.upper(), path) not in SPARED]
        self.tokens = [None]
        self.welcome = set()  # operations that were answered with 2xx

    def sign_in(self, accounts):
        for address, password in re.findall(r'^(\S+@\S+)  (\S+)', accounts, re.M):
            status, _, answer = self.line.ask('POST', '/v1/sessions', json.dumps({'address': address, 'password': password}),
                                              {'Content-Type': 'application/json', 'Idempotency-Key': uuid.uuid4().hex})
            if status != 201:
                sys.exit(f'{address} cannot sign in: {status} {answer.decode()}')
            self.tokens.append(json.loads(answer)['token'])

    def request(self, path, operation):
        query, headers, body = {}, {}, None
        for parameter in operation.get('parameters', []):
            parameter = self.values.resolved(parameter)
            name, place = parameter['name'], parameter['in']
            if place == 'header':
                headers[name] = uuid.UUID(int=self.dice.getrandbits(128)).hex
                continue
            value = self.values.draw(parameter['schema'])
            value = json.dumps(value) if isinstance(value, (bool, list, dict)) or value is None else str(value)
            if place == 'path':
                path = path.replace('{' + name + '}', quote(value, safe='') or 'x')
            elif self.dice.random() < .5:
                query[name] = value
        if 'requestBody' in operation:
            kind, content = next(iter(operation['requestBody']['content'].items()))
            headers['Content-Type'] = kind
            body = json.dumps(self.values.draw(content['schema'])).encode() if 'json' in kind else self.dice.choice(FILES)
        token = self.dice.choice(self.tokens)
        if token:
            headers['Authorization'] = 'Bearer ' + token
        return path + ('?' + urlencode(query) if query else ''), body, headers

    def fault_of(self, operation, status, kind, answer):
        """What is wrong with the answer, if anything."""
        if status >= 500 and status != 503:
            return 'a fault of the server'
        if status == 414 or (status == 400 and b'"http.malformed"' in answer):
            return None  # of the request line, before any operation is known
        named = operation['responses'].get(str(status)) or (operation['responses'].get('2XX') if status < 300 else None)
        if named is None:
            return 'not among its answers'
        if status < 400:
            return None
        if not kind.startswith('application/problem+json'):
            return f'a refusal as {kind}'
        codes = self.values.resolved(named).get('x-codes')
        code = json.loads(answer)['code']
        return f'{code} is not among its codes' if codes and code not in codes else None

    def plays(self, requests):
        faults = {}
        for _ in range(requests):
            method, route, operation = self.dice.choice(self.operations)
            path, body, headers = self.request(route, operation)
            status, kind, answer = self.line.ask(method, path, body, headers)
            self.values.learn(answer)
            if status < 300:
                self.welcome.add((method, route))
            fault = self.fault_of(operation, status, kind, answer)
            if fault:
                faults.setdefault((method, route, fault), f'{method} {path} {body!r}\n    -> {status} {kind} {answer[:400]!r}')
        return faults


def main():
    long = os.environ.get('MEADOW_LONG') == '1'
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('meadow', type=Path)
    options.add_argument('--requests', type=int, default=100_000 if long else 8_000)
    options.add_argument('--seed', type=int, default=random.randrange(2**31) if long else 20301111)
    chosen = options.parse_args()
    os.environ['MEADOW_RATE_LIMITS'] = 'false'
    with tempfile.TemporaryDirectory(prefix='meadow-monkey-') as folder:
        folder = Path(folder)
        data = folder / 'data'
        meadow = chosen.meadow.resolve()
        subprocess.run([meadow, 'demo', '--data', data], check=True, stdout=subprocess.DEVNULL)
        server, url = serve(meadow, data, folder)
        try:
            monkey = Monkey(json.loads((ROOT / 'docs/openapi.json').read_text()), Line(int(url.rsplit(':', 1)[1])), random.Random(chosen.seed))
            monkey.sign_in((data / 'demo-accounts.txt').read_text())
            faults = monkey.plays(chosen.requests)
        finally:
            server.terminate()
            ended = server.wait(60)
        for (method, route, fault), seen in faults.items():
            print(f'{method} {route}: {fault}\n    {seen}')
        print(f'seed {chosen.seed}: {chosen.requests} requests, {len(monkey.welcome)} of {len(monkey.operations)} operations were also granted')
        ended |= subprocess.run([meadow, 'books', '--data', data], stdout=subprocess.DEVNULL).returncode
        ended |= subprocess.run([meadow, 'doctor', '--data', data]).returncode
        sys.exit(1 if faults or ended else 0)


if __name__ == '__main__':
    main()
