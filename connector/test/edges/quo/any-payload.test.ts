import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { endStatus } from '../../../src/quo/payloads/end-status.ts';
import { read } from '../../../src/quo/payloads/read.ts';
import { instantOf } from '../../../src/quo/payloads/scalars.ts';
import { factOf, fixture, fixtureNames, readJson } from './fixture.ts';

test('bytes that are not JSON are the only thing that throws', () => {
    for (const bytes of ['', '{', 'not json', '\ufeff{']) {
        assert.throws(() => read(new TextEncoder().encode(bytes)), SyntaxError);
    }
    assert.equal(read(new TextEncoder().encode('[1]')).kind, 'unknown');
});

test('any JSON at all is read without an error', () => {
    fc.assert(
        fc.property(fc.jsonValue(), (json) => {
            assert.equal(readJson(json).kind, 'unknown');
        })
    );
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const body = `{"type":"call.ringing","createdAt":"2026-01-01T00:00:00Z","data":{"resource":{"id":"AC1"},"x":${deep}}}`;
    assert.equal(read(new TextEncoder().encode(body)).kind, 'facts', 'depth that nobody looks at does not matter');
    const answer = `{"callId":"AC1","jobs":[{"result":{"data":[{"value":${deep}}]}}]}`;
    const sona = `{"type":"call.summary.completed","createdAt":"2026-01-01T00:00:00Z","data":{"resource":${answer}}}`;
    assert.equal(read(new TextEncoder().encode(sona)).kind, 'unknown');
});

test('any data under any known type is read without an error', () => {
    const types = fixtureNames.map((name) => fixture(name)['type'] as string);
    const data = fc.record({ resource: fc.object(), object: fc.object(), context: fc.object() }, { requiredKeys: [] });
    fc.assert(
        fc.property(
            fc.constantFrom(...types),
            fc.constantFrom('v2', 'v3', 'v4', '2026-03-30'),
            data,
            (type, v, data) => {
                const reading = readJson({ id: 'EV', type, apiVersion: v, createdAt: '2026-01-01T00:00:00Z', data });
                assert.ok(['facts', 'ignored', 'unknown'].includes(reading.kind));
            }
        )
    );
});

/** Every place in a JSON value, as the keys that lead to it. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
    if (typeof value !== 'object' || value === null) return [path];
    return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

function changed(json: unknown, path: readonly string[], value: unknown): unknown {
    const copy = structuredClone(json) as Record<string, unknown>;
    const parent = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy);
    const last = path.at(-1) ?? 'data';
    if (value === undefined) Reflect.deleteProperty(parent, last);
    else parent[last] = value;
    return copy;
}

test('a known event with anything in any place still gives facts, or says that it gave none and why', () => {
    const anything = fc.oneof(fc.constant(undefined), fc.jsonValue(), fc.string(), fc.constant(null));
    for (const name of fixtureNames) {
        const json = fixture(name);
        fc.assert(
            fc.property(fc.constantFrom(...places(json)), anything, (path, value) => {
                const reading = readJson(changed(json, path, value));
                if (reading.kind === 'facts') assert.ok(reading.facts.length > 0);
                else assert.ok(reading.why.length > 0);
            }),
            { numRuns: 60 }
        );
    }
});

test('fields that Quo adds change nothing', () => {
    for (const name of fixtureNames) {
        const json = fixture(name);
        const more = structuredClone(json);
        more['future'] = { a: 1 };
        for (const part of Object.values(more.data)) if (typeof part === 'object') part['future'] = ['b'];
        assert.deepEqual(readJson(more), readJson(json), name);
    }
});

test('what is unknown says where and never what', () => {
    const json = fixture('dated.message.received');
    json.data['resource']!['text'] = { secret: 'Bonjour Maude' };
    assert.deepEqual(readJson(json), {
        kind: 'unknown',
        type: 'message.received',
        eventId: 'EVm001',
        why: 'a shape that we do not know, at resource.text'
    });
    assert.deepEqual(readJson({ ...json, type: 'call.teleported' }), {
        kind: 'unknown',
        type: 'call.teleported',
        eventId: 'EVm001',
        why: 'a type of event that we do not know'
    });
    for (const type of ['constructor', '__proto__', 'toString']) {
        assert.equal(readJson({ ...json, type }).kind, 'unknown');
        assert.equal(readJson({ ...json, apiVersion: type, data: { object: {} } }).kind, 'unknown');
    }
});

test('text that no database holds is stored as the replacement character', () => {
    const json = fixture('dated.message.received');
    json.data['resource']!['text'] = 'a\0b\ud83dc\u202e😀';
    assert.equal(factOf(json, 'message')?.text, 'a\ufffdb\ufffdc\u202e😀');
});

test('times are read in every form that Quo writes, and none of them depends on this machine', () => {
    const cases: [string, string | undefined][] = [
        ['2026-04-13T12:00:00.000Z', '2026-04-13T12:00:00.000Z'],
        ['2022-01-01T00:00:00Z', '2022-01-01T00:00:00.000Z'],
        ['2025-11-25T00:14:12-05:00', '2025-11-25T05:14:12.000Z'],
        ['2025-11-25T05:14:12+0000', '2025-11-25T05:14:12.000Z'],
        ['2025-11-25T05:14:12.123456Z', '2025-11-25T05:14:12.123Z'],
        ['2025-11-25T05:14:12', '2025-11-25T05:14:12.000Z'],
        ['2025-13-25T05:14:12Z', undefined],
        ['9999-12-31T23:59:59-10:00', undefined],
        ['yesterday', undefined],
        ['', undefined]
    ];
    for (const [written, expected] of cases) assert.equal(instantOf(written), expected, written);
});

test('the older statuses end as a person would say', () => {
    const answeredAt = '2026-01-01T00:00:00.000Z';
    assert.equal(endStatus({ status: 'completed' }), 'unanswered');
    assert.equal(endStatus({ status: 'completed', answeredAt }), 'answered');
    assert.equal(endStatus({ status: 'completed', aiHandled: 'ai-agent' }), 'sona');
    assert.equal(endStatus({ status: 'completed', answeredBy: 'SYU1', answeredAt }), 'sona');
    for (const status of ['queued', 'initiated', 'ringing', 'in-progress', undefined]) {
        assert.equal(endStatus({ status }), undefined);
    }
    for (const status of ['busy', 'no-answer', 'canceled', 'missed']) assert.equal(endStatus({ status }), 'unanswered');
    for (const status of ['forwarded', 'abandoned', 'failed'] as const) assert.equal(endStatus({ status }), status);
    assert.equal(endStatus({ status: 'teleported' }), 'unknown');
});
