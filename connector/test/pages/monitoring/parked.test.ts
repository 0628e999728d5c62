import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ParkedGroup, ParkedRow } from '../../../src/contracts/monitoring.ts';
import type { ErrorNote } from '../../../src/errors/errors.ts';
import type { StoreParts } from '../../application/fakes/store.ts';
import { audited, opened } from '../opened.ts';

const RULE: ErrorNote = { code: 'SF-LEAD-REFUSED', seen: 'The phone must be international' };
const FORBIDDEN: ErrorNote = { code: 'SF-RECORD-RIGHT', seen: 'INSUFFICIENT_ACCESS' };

const group = ({ code, seen = '' }: ErrorNote, count: number, isRule = false): ParkedGroup => ({
    ...{ code, count, seen, oldestForMs: 3_600_000 },
    rule: isRule ? seen : null
});
const row = (
    activityKey: string,
    error: ErrorNote | null,
    title: string | null = `Call ${activityKey}`
): ParkedRow => ({
    ...{ activityKey, title, inbox: 'PN1', error, parkedForMs: 120_000 }
});

function parked(groups: readonly ParkedGroup[], rows: readonly ParkedRow[], done: unknown[] = []): StoreParts {
    return {
        watch: {
            parkedGroups: async () => groups,
            parked: async (_id, which = {}) =>
                rows.filter(({ error }) => which.code === undefined || error?.code === which.code)
        },
        activities: {
            retry: async (_id, keys) => {
                done.push(keys);
                return keys?.length ?? rows.length;
            }
        },
        upkeep: {
            dismiss: async (_id, keys, note) => {
                done.push([keys, note]);
                return keys.length;
            }
        }
    };
}

test('when nothing waits for a person the page says so and offers nothing', async (t) => {
    const { read, admin } = await opened(t, { parts: parked([], []) });
    assert.match(await read('/parked'), /Nothing is parked/);
    assert.doesNotMatch(admin.page(), /parked\/(retry|ignore)/);
});

test('each reason is told once with its remedy, and its own calls and texts below it', async (t) => {
    const rows = [row('call_1', RULE), row('call_2', FORBIDDEN), row('call_3', RULE)];
    const parts = parked([group(RULE, 2, true), group(FORBIDDEN, 1)], rows);
    const text = await (await opened(t, { parts })).read('/parked');
    const [, ofRule = '', ofRight = ''] = /(SF-LEAD-REFUSED.*)(SF-RECORD-RIGHT.*)/.exec(text) ?? [];
    assert.match(ofRule, /2 records.*Call call_1.*Call call_3/);
    assert.doesNotMatch(ofRule, /call_2/);
    assert.match(ofRight, /1 record .*Call call_2/);
    assert.equal(text.match(/What to do:/g)?.length, 2);
});

test('two rules with one code are two reasons, each with the records that it refused', async (t) => {
    const other: ErrorNote = { ...RULE, seen: 'Choose a region' };
    const parts = parked([group(RULE, 1, true), group(other, 1, true)], [row('call_1', RULE), row('call_2', other)]);
    const text = await (await opened(t, { parts })).read('/parked');
    assert.match(text, /must be international.*call_1.*Choose a region.*call_2/);
});

test('a rule that a choice may satisfy leads to that choice; another one does not', async (t) => {
    for (const [note, to] of [
        [RULE, 'field-leadPhoneFormat'],
        [{ ...RULE, seen: 'Choose a region' }, 'group-leadFields'],
        [{ code: 'SF-VALIDATION-RULE', seen: 'x' }, 'group-taskFields'],
        [FORBIDDEN, undefined]
    ] as const) {
        const { admin, read } = await opened(t, { parts: parked([group(note, 1)], [row('call_1', note)]) });
        await read('/parked');
        const link = /href="\/console\/acme\/preferences#([^"]+)"/.exec(admin.page())?.[1];
        assert.equal(link, to, note.seen);
        if (to === undefined) continue;
        await read('/preferences');
        assert.match(admin.page(), new RegExp(`id="${to}"`), 'the choice stands there');
    }
});

test('one is tried again, or those of one reason, or all: as many as was asked for, and the log tells which', async (t) => {
    const done: unknown[] = [];
    const rows = [row('call_1', FORBIDDEN), row('call_2', FORBIDDEN)];
    const one = await opened(t, { parts: parked([group(FORBIDDEN, 2), group(RULE, 1)], rows, done) });
    const ask = async (fields: Readonly<Record<string, string>>): Promise<string> => {
        await one.read('/parked');
        return one.send('/parked/retry', fields);
    };
    assert.match(await ask({ do: 'one', which: 'call_2' }), /1 /);
    assert.match(await ask({ do: 'kind', which: 'SF-RECORD-RIGHT' }), /2 /);
    await ask({ do: 'all', which: '' });
    assert.deepEqual(done, [['call_2'], ['call_1', 'call_2'], null]);
    assert.deepEqual(audited(one), [
        ['parked.retried', { kind: 'all', which: '', count: 2 }],
        ['parked.retried', { kind: 'kind', which: 'SF-RECORD-RIGHT', count: 2 }],
        ['parked.retried', { kind: 'one', which: 'call_2', count: 1 }]
    ]);
});

test('a reason that is none is refused with its code, tries nothing again and leaves no entry in the log', async (t) => {
    const done: unknown[] = [];
    const one = await opened(t, { parts: parked([group(FORBIDDEN, 1)], [row('call_1', FORBIDDEN)], done) });
    await one.read('/parked');
    assert.match(await one.send('/parked/retry', { do: 'kind', which: 'toString' }), /WEB-VALUE/);
    assert.deepEqual([done, audited(one)], [[], []]);
});

test('what was not parked any more is not told as a success', async (t) => {
    const one = await opened(t, { parts: parked([group(FORBIDDEN, 1)], [row('call_1', FORBIDDEN)]) });
    one.it.store.activities.retry = async () => 0;
    await one.read('/parked');
    await one.send('/parked/retry', { do: 'one', which: 'call_9' });
    assert.doesNotMatch(one.admin.page(), /note good/);
});

test('what somebody ignores is ignored with their note; the log names it and keeps the note out', async (t) => {
    const done: unknown[] = [];
    const one = await opened(t, { parts: parked([group(FORBIDDEN, 1)], [row('call_1', FORBIDDEN)], done) });
    await one.read('/parked');
    const text = await one.send('/parked/ignore', { note: '  a wrong number, says Luc  ' });
    assert.match(text, /1 /);
    assert.deepEqual(done, [[['call_1'], 'a wrong number, says Luc']]);
    assert.deepEqual(audited(one), [['parked.ignored', { activityKeys: ['call_1'] }]]);
});

test('a record without a reason or a title is still there to be tried again', async (t) => {
    const nothing: ParkedGroup = { code: null, rule: null, count: 1, seen: null, oldestForMs: 1 };
    const { read, admin } = await opened(t, { parts: parked([nothing], [row('call_1', null, null)]) });
    assert.match(await read('/parked'), /No reason was given.*call_1/);
    assert.match(admin.page(), /name="which" value="call_1"/);
});

test('the page says the same in French', async (t) => {
    const parts = parked([group(FORBIDDEN, 2)], [row('call_1', FORBIDDEN), row('call_2', FORBIDDEN)]);
    const text = await (await opened(t, { parts, language: 'fr' })).read('/parked');
    assert.match(text, /En attente d’une personne/);
    assert.match(text, /2 fiches/);
    assert.match(text, /Que faire/);
});
