import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { readings, type NoteReading } from '../../../src/console/reading.ts';

const QUARTER = 15 * 60_000;

interface Noted {
    readonly note: NoteReading;
    /** Who read what, in order. */
    readonly log: string[];
    move(this: void, ms: number): void;
    fail(this: void): void;
}

function noted(): Noted {
    const log: string[] = [];
    let [nowMs, isFailing] = [Date.parse('2026-11-20T17:00:00.000Z'), false];
    const note = readings(
        async (connection, { actor, action, detail }) => {
            if (isFailing) throw new Error('the store is away');
            assert.equal(action, 'words.read');
            log.push([connection, actor, ...Object.values(detail ?? {})].join(' '));
        },
        () => nowMs
    );
    return { note, log, move: (ms) => void (nowMs += ms), fail: () => void (isFailing = true) };
}

test('whoever reads on for a quarter of an hour reads once, and whoever comes back after it reads again', async () => {
    const { note, log, move } = noted();
    for (let n = 0; n < 10; n += 1) {
        await note('acme', 'marie', { page: 'activity', activityKey: 'call_AC1' });
        move(QUARTER / 10 - 1);
    }
    assert.deepEqual(log, ['acme marie activity call_AC1']);
    move(QUARTER);
    await note('acme', 'marie', { page: 'activity', activityKey: 'call_AC1' });
    assert.equal(log.length, 2);
});

test('another reader, another call, another page and another connection are each noted', async () => {
    const { note, log } = noted();
    await note('acme', 'marie', { page: 'activity', activityKey: 'call_AC1' });
    await note('acme', 'luc', { page: 'activity', activityKey: 'call_AC1' });
    await note('acme', 'marie', { page: 'activity', activityKey: 'call_AC2' });
    await note('acme', 'marie', { page: 'preview', activityKey: 'call_AC1' });
    await note('acme', 'marie', { page: 'rehearsal' });
    await note('other', 'marie', { page: 'rehearsal' });
    assert.equal(log.length, 6);
    assert.equal(new Set(log).size, 6);
});

test('what separates names in the memory cannot be forged by a name', async () => {
    const { note, log } = noted();
    await note('acme', 'marie","activity', { page: 'x' });
    await note('acme', 'marie', { page: 'activity","x' });
    assert.equal(log.length, 2);
});

test('a reading that cannot be noted is not shown: whoever asks hears of it', async () => {
    const { note, log, fail } = noted();
    fail();
    await assert.rejects(note('acme', 'marie', { page: 'preview' }), /the store is away/);
    assert.deepEqual(log, []);
});

test('a clock that is set back lets nobody read unnoted for as long as it jumped', async () => {
    const { note, log, move } = noted();
    await note('acme', 'marie', { page: 'preview' });
    move(-24 * 3_600_000);
    await note('acme', 'marie', { page: 'preview' });
    assert.equal(log.length, 2);
});

test('however the clock goes and whoever reads, no reading is more than a quarter of an hour from a note of it', async () => {
    const step = fc.record({
        actor: fc.constantFrom('marie', 'luc'),
        activityKey: fc.constantFrom('call_AC1', 'call_AC2'),
        ms: fc.integer({ min: -3_600_000, max: 3_600_000 })
    });
    await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
            const { note, log, move } = noted();
            const notes = new Map<string, number[]>();
            let nowMs = 0;
            for (const { actor, activityKey, ms } of steps) {
                move(ms);
                nowMs += ms;
                const before = log.length;
                await note('acme', actor, { page: 'activity', activityKey });
                const key = `${actor} ${activityKey}`;
                const own = notes.get(key) ?? [];
                if (log.length > before) notes.set(key, [...own, nowMs]);
                const last = notes.get(key)?.at(-1);
                assert.ok(last !== undefined && Math.abs(nowMs - last) < QUARTER);
            }
        })
    );
});
