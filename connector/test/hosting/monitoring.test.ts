import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { metrics } from '../../src/application/monitoring/metrics.ts';
import { requestWaits } from '../../src/application/monitoring/request-waits.ts';
import { answeredCall, bench } from '../pipeline/pipeline-harness.ts';
import { without } from './program.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'config/monitoring');
const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
const run = promisify(execFile);

interface Rule {
    readonly alert: string;
    readonly expr: string;
    readonly annotations: Readonly<Record<'summary' | 'description' | 'runbook', string>>;
}

interface Dashboard {
    readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
    readonly templating: { readonly list: readonly { readonly query: string | { readonly query: string } }[] };
}

const { groups } = parse(read('alerts.yml')) as { readonly groups: readonly { readonly rules: readonly Rule[] }[] };
const rules = groups.flatMap(({ rules: all }) => all);
const dashboard = JSON.parse(read('grafana-dashboard.json')) as Dashboard;
const queries = [
    ...rules.map(({ alert, expr }) => ({ of: alert, expr })),
    ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ of: title, expr }))),
    ...dashboard.templating.list.map(({ query }) => ({
        of: 'variables',
        expr: typeof query === 'string' ? query : query.query
    }))
];

/** What the connector tells Prometheus after one call. */
async function told(): Promise<string> {
    const it = await bench();
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    const waits = requestWaits();
    waits.observe('default', 'ringing', 80);
    return metrics(it.context, waits).metrics();
}

test('every number that an alert or a panel asks for is one that the connector tells', async () => {
    const known = new Set([...(await told()).matchAll(/^(?:# TYPE )?(\w+)[ {]/gm)].map(([, name]) => name));
    let asked = 0;
    for (const { of, expr } of queries)
        for (const [name] of expr.matchAll(/\b(quo|process|nodejs)_\w+/g)) {
            assert.ok(known.has(name), `${of}: ${name}`);
            asked += 1;
        }
    assert.ok(asked > rules.length);
});

test('every label that they choose by, or keep, is one that the number has, with such a value', async () => {
    const lines = (await told()).split('\n');
    const has = (name: string, label: string, value: string): boolean =>
        lines.some((line) => line.startsWith(`${name}{`) && line.includes(`${label}="${value}`));
    for (const { of, expr } of queries) {
        for (const [, name = '', selector = ''] of expr.matchAll(/\b(quo_\w+)\{([^}]*)\}/g))
            for (const [, label = '', operator = '', value = ''] of selector.matchAll(/(\w+)(=~|!=|=)"([^"]*)"/g)) {
                const exact = operator === '=~' ? '' : value;
                assert.ok(has(name, label, exact), `${of}: ${name}{${label}="${value}"}`);
            }
        const names = [...expr.matchAll(/\bquo_\w+/g)].map(([name]) => name);
        const kept = [...expr.matchAll(/by \(([^)]+)\)/g)].flatMap(([, list = '']) => list.split(', '));
        for (const label of kept)
            assert.ok(
                names.some((name) => has(name, label, '')),
                `${of}: by (${label})`
            );
    }
});

test('every alert says in a sentence what is wrong, and leads to the part of the runbook that says what to do', () => {
    const runbook = readFileSync(join(ROOT, 'docs/runbook.md'), 'utf8');
    const anchors = new Set(
        [...runbook.matchAll(/^##+ (.+)$/gm)].map(([, heading = '']) =>
            heading
                .toLowerCase()
                .replaceAll(/[^\p{L}\p{N} -]/gu, '')
                .replaceAll(' ', '-')
        )
    );
    assert.ok(rules.length > 5);
    for (const { alert, annotations } of rules) {
        assert.match(annotations.summary, /\.$/, alert);
        assert.match(annotations.description, /\.$/, alert);
        const [file, anchor = ''] = annotations.runbook.split('#');
        assert.equal(file, 'docs/runbook.md', alert);
        assert.ok(anchors.has(anchor), `${alert}: #${anchor}`);
    }
});

test('every alert is tried', () => {
    const tried = new Set([...read('alerts.test.yml').matchAll(/alertname: (\w+)/g)].map(([, name]) => name));
    assert.deepEqual([...tried].sort(), rules.map(({ alert }) => alert).sort());
});

test('the alerts fire when they should, and only then', { skip: without('promtool') }, async () => {
    await run('promtool', ['check', 'config', join(FOLDER, 'prometheus.yml')]);
    const { stdout } = await run('promtool', ['test', 'rules', join(FOLDER, 'alerts.test.yml')]);
    assert.match(stdout, /SUCCESS/);
});
