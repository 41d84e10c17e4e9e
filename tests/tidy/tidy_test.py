#!/usr/bin/env python3
"""Each rule against a small house that breaks it and one that does not."""
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
from source import Source, Tree  # noqa: E402
from tidy import rules  # noqa: E402

RULES = rules()
HOUSE = {
    'src/CMakeLists.txt': 'floor(base LINK x)\nfloor(db USES base LINK PkgConfig::PQ)\nfloor(jobs USES db)\nfloor(http USES jobs db)\n'
                          'set(MODULE_LINE identity catalog trading)\n',
    'src/modules/trading/CMakeLists.txt': 'app_module(trading CALLS identity)\n',
    'src/modules/trading/README.md': '# Trading',
    'src/app/main.cpp': 'int main() {}\n',
}


class Rules(unittest.TestCase):
    def faults(self, rule, files):
        return [f'{f.path}:{f.line}' for f in RULES[rule].check(Tree({**HOUSE, **files}))]

    def caught(self, rule, path, text, line=1, **more):
        self.assertEqual(self.faults(rule, {path: text, **more.get('beside', {})}), [f'{path}:{line}'])

    def fine(self, rule, files):
        self.assertEqual(self.faults(rule, files), [])

    def test_a_floor_does_not_look_up(self):
        self.caught('floors', 'src/db/tx.hpp', '#pragma once\n#include "jobs/outbox.hpp"\n', line=2)
        self.caught('floors', 'src/http/router.cpp', '#include "modules/trading/trading.hpp"\n')
        self.caught('floors', 'src/modules/trading/module.cpp', '#include "app/wiring.hpp"\n')
        self.fine('floors', {'src/http/router.cpp': '#include "base/id.hpp"\n#include "jobs/outbox.hpp"\n',
                             'src/app/wiring.cpp': '#include "modules/trading/module.hpp"\n'})

    def test_a_module_calls_only_whom_it_names(self):
        path = 'src/modules/trading/orders/place_order.cpp'
        self.caught('module_line', path, '#include "modules/catalog/catalog.hpp"\n')
        self.caught('module_line', path, '#include "modules/identity/users/store.hpp"\n')
        self.fine('module_line', {path: '#include "modules/identity/identity.hpp"\n#include "modules/catalog/events.hpp"\n'
                                        '#include "modules/trading/orders/store.hpp"\n',
                                  'src/modules/trading/orders/place_order_test.cpp': '#include "modules/catalog/catalog.hpp"\n'})

    def test_a_module_does_not_call_to_its_right(self):
        self.caught('module_line', 'src/modules/catalog/CMakeLists.txt', 'app_module(catalog CALLS identity trading)\n')

    def test_a_module_stands_in_the_line(self):
        self.caught('module_line', 'src/modules/rumour/rumour.hpp', '#pragma once\n')

    def test_product_code_has_no_clock_no_chance_and_no_threads(self):
        path = 'src/modules/trading/orders/place_order.cpp'
        for text in ('auto t = std::chrono::system_clock::now();', 'auto t = steady_clock::now();', 'auto t = time(nullptr);',
                     'int i = rand();', 'std::random_device chance;', 'std::thread t{work};', 'std::this_thread::sleep_for(1s);'):
            self.caught('hidden_inputs', path, text)
        self.fine('hidden_inputs', {path: '// not steady_clock::now()\nauto s = "rand()"; auto d = order.due_time(n); int operand(2);',
                                    'src/db/lanes.cpp': 'std::thread writer_;', 'src/jobs/clock.cpp': 'system_clock::now()',
                                    'src/app/main.cpp': 'system_clock::now()',
                                    'src/modules/trading/orders/place_order_test.cpp': 'std::thread t;'})
        self.caught('hidden_inputs', 'src/db/lanes.cpp', 'auto t = system_clock::now();')

    def test_coroutines_stay_in_http(self):
        self.caught('coroutines', 'src/jobs/webhooks.cpp', 'void f()\n{\n    co_await send();\n}\n', line=3)
        self.fine('coroutines', {'src/http/session.cpp': 'Task f()\n{\n    if (co_await read()) {\n        co_await send();\n    }\n}\n'})

    def test_no_braced_temporary_beside_co_await(self):
        for text in ('co_await f({a, b});', 'co_await f(Agg{.a = 1});', 'Agg g{co_await x(), 2};', 'auto n = co_await f(\n    Agg{1});'):
            self.caught('coroutines', 'src/http/session.cpp', f'Task f()\n{{\n    int a = 1;\n    {text}\n}}\n', line=4)
        self.fine('coroutines', {'src/http/session.cpp': 'Task f()\n{\n    Agg a{1, 2};\n    co_await f(a);\n    while (x) { y(); }\n}\n'})

    def test_sql_stays_in_stores(self):
        for sql in ('SELECT 1 FROM x', 'INSERT INTO x VALUES ($1)', 'UPDATE x SET a = 1', 'DELETE FROM x'):
            self.caught('sql_home', 'src/modules/trading/orders/place_order.cpp', f'auto s = R"sql(\n {sql})sql";')
        good = {f'src/modules/trading/orders/{name}.cpp': 'auto s = "SELECT 1";' for name in ('store', 'store_test', 'store_search')}
        self.fine('sql_home', {**good, 'src/db/sqlite.cpp': 'auto s = "DELETE FROM x";',
                               'src/http/idempotency_store.cpp': 'auto s = "SELECT 1";',
                               'src/modules/trading/orders/model.cpp': '// SELECT x\nauto s = "Select a size";'})

    def test_statements_are_named_after_their_module_and_once(self):
        path = 'src/modules/trading/orders/store.cpp'
        self.caught('sql_home', path, 'const db::Sql a{"orders.find", "SELECT 1"};')
        self.caught('sql_home', path, 'const db::Sql a{"trading.find", "SELECT 1"};\nconst db::Sql b{"trading.find", "SELECT 2"};', line=2)
        self.fine('sql_home', {path: '// db::Sql x{"wrong"}\nconst db::Sql a{"trading.find", "SELECT 1"};',
                               'src/jobs/store.cpp': 'const db::Sql a{"jobs.find", "SELECT 1"};'})

    def test_paths_stay_in_routes(self):
        self.caught('path_home', 'src/modules/trading/orders/codec.hpp', 'auto p = "/v1/orders";')
        self.fine('path_home', {'src/modules/trading/orders/routes.cpp': 'on.get("/v1/orders", list_orders);',
                                'tests/journeys/buy_test.cpp': 'get("/v1/orders");'})

    def test_refusals_are_declared_in_one_place_under_their_module(self):
        self.caught('refusal_names', 'src/modules/trading/orders/model.cpp', 'const RefusalKind x{"trading.x", 409, "No"};')
        self.caught('refusal_names', 'src/modules/trading/refusals.hpp', 'inline const RefusalKind x{"orders.x", 409, "No"};')
        self.fine('refusal_names', {'src/modules/trading/refusals.hpp': 'inline const RefusalKind x{\n    "trading.x", 409, "No"};'})

    def test_nobody_is_called_manager(self):
        path = 'src/modules/trading/orders/model.hpp'
        for text in ('class OrderManager {', 'struct PriceHelper\n{', 'class StringUtils final {', 'class OrderService : Base {'):
            self.caught('vocabulary', path, text)
        self.caught('vocabulary', 'src/base/string_util.hpp', '')
        self.fine('vocabulary', {path: 'struct Servicing {}; class Manager; // class OrderService {\nenum class Use {};'})

    def test_files_and_functions_end_in_time(self):
        self.caught('length', 'src/base/id.cpp', 'int i;\n' * 401, line=400)
        self.caught('length', 'src/base/id.cpp', 'void f()\n{\n' + '    g();\n' * 81 + '}\n', line=2)
        self.fine('length', {'src/base/id.cpp': 'int i;\n' * 300 + 'void f()\n{\n' + '    g();\n' * 80 + '}\n'})

    def test_a_long_file_is_told_so_before_it_fails(self):
        tree = Tree({'src/base/id.cpp': 'int i;\n' * 301, 'src/base/id.hpp': 'int i;\n' * 300})
        self.assertEqual([f.path for f in RULES['length'].warn(tree)], ['src/base/id.cpp'])

    def test_a_header_nobody_includes_is_dead(self):
        own = {'src/base/id.cpp': '#include "base/id.hpp"\n', 'src/base/id_test.cpp': '#include "base/id.hpp"\n'}
        self.caught('dead_files', 'src/base/id.hpp', '#pragma once\n', beside=own)
        self.fine('dead_files', {'src/base/id.hpp': '', **own, 'src/db/tx.hpp': '#include "base/id.hpp"\n',
                                 'src/db/tx.cpp': '', 'src/db/lanes.cpp': '#include "db/tx.hpp"\n'})

    def test_a_verb_has_a_test_and_somebody_who_calls_it(self):
        verb = 'src/modules/trading/orders/place_order'
        files = {f'{verb}.hpp': 'Done place_order(WriteCtx&);', f'{verb}.cpp': 'Done place_order(WriteCtx&) {}'}
        routes = {'src/modules/trading/orders/routes.cpp': 'on.post("/v1/orders", place_order);'}
        test = {f'{verb}_test.cpp': '#include "x"'}
        self.assertEqual(len(self.faults('verbs', files)), 2)
        self.assertEqual(len(self.faults('verbs', {**files, **routes})), 1)
        self.assertEqual(len(self.faults('verbs', {**files, **test})), 1)
        self.fine('verbs', {**files, **routes, **test})
        self.fine('verbs', {**files, **routes, 'tests/journeys/buy_test.cpp': 'ada.place_order("x"); place_order(ctx);'})
        self.fine('verbs', {'src/modules/trading/orders/model.cpp': 'int model() {}', 'src/modules/trading/orders/model.hpp': 'int model();'})

    def test_a_module_has_a_page(self):
        self.assertEqual(self.faults('verbs', {'src/modules/catalog/catalog.hpp': '#pragma once\n'}), ['src/modules/catalog:1'])


class Reading(unittest.TestCase):
    def test_code_comments_and_literals_are_told_apart(self):
        source = Source('src/base/x.cpp', 'int a = 1\'000; // "no"\n/* "no" */ char c = \'"\'; auto s = "a\\"b"; auto r = R"x(one\n")x";\nint b;')
        self.assertEqual(source.strings, [(2, 'a\\"b'), (2, 'one\n"')])
        self.assertEqual(source.line_at(source.code.index('int b')), 4)
        self.assertNotIn('no', source.code)


if __name__ == '__main__':
    unittest.main()
