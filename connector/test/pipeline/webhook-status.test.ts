import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS } from '../../src/contracts/key-value.ts';
import type { Receipt } from '../../src/pipeline/receive.ts';
import { hearing, lastHeard } from '../../src/pipeline/webhook-status.ts';
import { fakeStore } from '../application/fakes/store.ts';

const STORED: Receipt = { status: 202, outcome: 'stored' };
const KNOWN: Receipt = { status: 200, outcome: 'known' };
const WRONG: Receipt = { status: 401, outcome: 'wrong', code: 'WEBHOOK-WRONG' };
const NOT_STORED: Receipt = { status: 503, outcome: 'not-stored' };

interface Ear {
    hear(connection: string, receipt: Receipt): void;
    heard(connection: string): ReturnType<typeof lastHeard>;
    /** Moves the clock, back as well. */
    move(ms: number): void;
    /** How often something was noted. */
    notes(): number;
    failNext(): void;
}

function ear(): Ear {
    let [nowMs, notes, isFailing] = [Date.parse('2026-11-20T17:00:00.000Z'), 0, false];
    const { memory } = fakeStore(() => nowMs);
    const counted: typeof memory = {
        ...memory,
        set: async (connection, key, value) => {
            notes += 1;
            if (isFailing) {
                isFailing = false;
                throw new Error('down');
            }
            await memory.set(connection, key, value);
        }
    };
    const hear = hearing(counted, () => nowMs);
    return {
        hear,
        heard: (connection) => lastHeard(memory, connection),
        move: (ms) => void (nowMs += ms),
        notes: () => notes,
        failNext: () => void (isFailing = true)
    };
}

test('what arrives is noted, and so is what is refused, each with its age', async () => {
    const one = ear();
    one.hear('acme', STORED);
    one.move(5_000);
    one.hear('acme', WRONG);
    one.move(1_000);
    assert.deepEqual(await one.heard('acme'), {
        arrived: { ageMs: 6_000 },
        refused: { ageMs: 1_000, note: { code: 'WEBHOOK-WRONG' } }
    });
    assert.deepEqual(await one.heard('other'), {});
});

test('what came before arrived as well; what we could not keep is nobody’s fault but ours, and is not noted', async () => {
    const one = ear();
    one.hear('acme', NOT_STORED);
    assert.deepEqual(await one.heard('acme'), {});
    one.hear('acme', KNOWN);
    assert.ok((await one.heard('acme')).arrived);
});

test('a flood is one note in two seconds for each connection, and good deliveries hide no refused ones', async () => {
    const one = ear();
    for (let n = 0; n < 100; n += 1) {
        one.hear('acme', STORED);
        one.hear('acme', WRONG);
        one.hear('other', STORED);
    }
    assert.equal(one.notes(), 3);
    one.move(2_000);
    one.hear('acme', STORED);
    assert.equal(one.notes(), 4);
});

test('a clock that is set back an hour hides none of what arrives in that hour', async () => {
    const one = ear();
    one.hear('acme', STORED);
    one.move(-3_600_000);
    one.hear('acme', STORED);
    one.hear('acme', STORED);
    assert.equal(one.notes(), 2);
    assert.equal((await one.heard('acme')).arrived?.ageMs, 0);
});

test('a note that could not be kept is made with the next delivery', async () => {
    const one = ear();
    one.failNext();
    one.hear('acme', STORED);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(await one.heard('acme'), {});
    one.hear('acme', STORED);
    assert.ok((await one.heard('acme')).arrived);
});

test('a word that an earlier version kept of a refusal is no code, and is passed over', async () => {
    const { memory } = fakeStore(() => 0);
    await memory.set('acme', KEYS.webhookRefused, 'a word of before');
    assert.deepEqual(await lastHeard(memory, 'acme'), {});
});
