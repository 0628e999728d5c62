import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_PREFERENCES } from '../../src/domain/preferences/preferences.ts';
import type { ConnectionReport } from '../../src/contracts/salesforce.ts';
import { SILENT } from '../../src/log.ts';
import type { Connection, PipelineContext } from '../../src/pipeline/pipeline-context.ts';
import { reportDue } from '../../src/pipeline/report-connection.ts';

const MINUTE = 60_000;

/** A connection and a clock, without a database. */
function world(state: { parked?: number; checks?: readonly string[] } = {}) {
    const memory = new Map<string, unknown>();
    if (state.checks)
        memory.set(
            'checks',
            state.checks.map((one, n) => ({ id: String(n), state: one }))
        );
    const it = {
        at: Date.parse('2026-11-20T17:00:00Z'),
        parked: state.parked ?? 0,
        written: undefined as string | undefined,
        console: 'https://a.example/c'
    };
    const context = {
        log: SILENT,
        now: () => new Date(it.at),
        hash: (text: string) => Buffer.from(text).toString('hex'),
        store: {
            memory: {
                get: async (_id: string, { name }: { name: string }) =>
                    memory.has(name) ? { value: memory.get(name), ageMs: 0 } : undefined,
                set: async (_id: string, { name }: { name: string }, value: unknown) => void memory.set(name, value)
            },
            activities: { counts: async () => ({ due: 1, waiting: 2, parked: it.parked, lastWrittenAt: it.written }) }
        }
    } as unknown as PipelineContext;
    const connection = (more: Partial<Connection> = {}): Connection =>
        ({
            id: 'default',
            preferences: () => ({ ...DEFAULT_PREFERENCES, directoryRefreshSeconds: 120 }),
            consoleUrl: () => it.console,
            ...more
        }) as Connection;
    /** One refresh: what was reported, where something was. */
    const refresh = async (answer: boolean | 'none' = true, more?: Partial<Connection>) => {
        const due = await reportDue(context, connection(more));
        if (due !== undefined && answer !== 'none') due.report.onAnswer(answer);
        await due?.keep();
        return due?.report;
    };
    return { it, refresh };
}
const after = ({ it }: ReturnType<typeof world>, minutes: number) => (it.at += minutes * MINUTE);
const without = ({ fields }: ConnectionReport) => {
    const { Reported_At__c: at, Next_Report_By__c: by, ...others } = fields;
    return { at, by, others };
};

test('the first report says where the console is, what waits and what the check list says', async () => {
    const report = await world({ parked: 3, checks: ['ok', 'failed', 'warning', 'warning'] }).refresh();
    assert.ok(report);
    assert.deepEqual(without(report), {
        at: '2026-11-20T17:00:00.000Z',
        by: '2026-11-20T20:00:00.000Z',
        others: {
            Console_URL__c: 'https://a.example/c',
            Last_Written_At__c: null,
            Waiting__c: 3,
            Parked__c: 3,
            Inboxes__c: null,
            Checks_Failed__c: 1,
            Checks_Warned__c: 2
        }
    });
});

test('nobody went through the check list: no number stands for it', async () => {
    const report = await world().refresh();
    assert.equal(report?.fields['Checks_Failed__c'], null);
});

test('what changed is told after a quarter of an hour, what did not after an hour', async () => {
    const one = world();
    await one.refresh();
    one.it.parked = 1;
    after(one, 14);
    assert.equal(await one.refresh(), undefined);
    after(one, 1);
    assert.equal((await one.refresh())?.fields['Parked__c'], 1);
    after(one, 59);
    assert.equal(await one.refresh(), undefined);
    after(one, 1);
    assert.ok(await one.refresh());
});

test('the first call that is written is told at once, later ones after a quarter of an hour', async () => {
    const one = world();
    await one.refresh();
    one.it.written = '2026-11-20T17:01:00.000Z';
    after(one, 2);
    assert.equal((await one.refresh())?.fields['Last_Written_At__c'], one.it.written);
    one.it.written = '2026-11-20T17:03:00.000Z';
    after(one, 2);
    assert.equal(await one.refresh(), undefined);
});

test('a report that nobody answered is made again by the next refresh', async () => {
    const one = world();
    assert.ok(await one.refresh('none'));
    assert.ok(await one.refresh());
});

test('an org that keeps no such record is asked again a day later', async () => {
    const one = world();
    await one.refresh(false);
    after(one, 23 * 60);
    assert.equal(await one.refresh(), undefined);
    after(one, 60);
    assert.ok(await one.refresh());
});

test('a connector that moves to another address goes on with its record', async () => {
    const one = world();
    const before = await one.refresh();
    one.it.console = 'https://b.example/c';
    const then = await one.refresh();
    assert.equal(then?.key, before?.key);
    assert.equal(then?.fields['Console_URL__c'], 'https://b.example/c');
});

test('a rehearsal writes nothing, this record neither', async () => {
    assert.equal(await world().refresh(true, { isRehearsing: true }), undefined);
});

test('a clock that was set back does not silence the connector', async () => {
    const one = world();
    await one.refresh();
    after(one, -2 * 24 * 60);
    assert.ok(await one.refresh());
});
