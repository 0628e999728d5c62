import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeWindows, windowsFrom } from '../../../src/domain/conversations/windows.ts';
import type { MessageFact } from '../../../src/domain/facts.ts';
import { conversationTasks } from '../../../src/domain/records/conversation-task.ts';
import { aContext } from '../a-call.ts';
import { visible } from '../description/written.ts';
import { text } from './a-text.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Where clocks change, by how much, and when: the last instant before. */
const CHANGES = [
    ['America/Toronto', '2026-03-08T06:59:00.000Z'],
    ['America/Toronto', '2026-11-01T05:59:00.000Z'],
    ['Europe/Paris', '2026-03-29T00:59:00.000Z'],
    ['Europe/Paris', '2026-10-25T00:59:00.000Z'],
    // Half an hour only, and at 15:30 UTC of the day before.
    ['Australia/Lord_Howe', '2026-04-04T14:59:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-03T15:29:00.000Z']
] as const;

/** Date, time and zone by another way than ours: what the platform shows of the instant. */
function shown(instant: string, timeZone: string): string {
    const named = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(
        new Date(instant)
    );
    const zone = named.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '');
    return `${new Date(instant).toLocaleString('sv-SE', { timeZone })} ${zone === '' ? '+00:00' : zone}`;
}

function linesOf(facts: readonly MessageFact[], timeZone: string): readonly (readonly string[])[] {
    const placed = placeWindows(windowsFrom('CN1', facts), []).placed;
    return conversationTasks(placed, aContext({}, { timeZone })).map(({ fields }) =>
        String(fields['Description']).split('\n').slice(1).map(visible)
    );
}

for (const [timeZone, change] of CHANGES)
    test(`around the change of ${change.slice(0, 10)} in ${timeZone}, windows are real hours and lines say the local time`, () => {
        const around = fc.array(fc.integer({ min: -26 * 60, max: 26 * 60 }), { minLength: 1, maxLength: 15 });
        fc.assert(
            fc.property(around, (minutes) => {
                const facts = [...new Set(minutes)].map((minute, n) => {
                    const createdAt = new Date(Date.parse(change) + minute * MINUTE).toISOString();
                    return text(`m${n}`, '00:00', { createdAt, at: createdAt, text: 'x' });
                });
                const windows = windowsFrom('CN1', facts);
                const tasks = linesOf(facts, timeZone);
                assert.equal(tasks.length, windows.length);
                for (const [n, { messages, startedAt }] of windows.entries()) {
                    const span = Date.parse(messages.at(-1)?.createdAt ?? '') - Date.parse(startedAt);
                    assert.ok(span < HOUR);
                    const expected = messages.map(
                        ({ createdAt }) => `${shown(createdAt, timeZone)} ← Jane Doe\u00A0: x`
                    );
                    assert.deepEqual(tasks[n], expected);
                }
            }),
            { numRuns: 60 }
        );
    });

test('a window across midnight says the day of each message', () => {
    const night = ['04:50', '05:10'].map((time, n) => text(`m${n}`, time, { day: '2026-12-01', text: 'x' }));
    assert.deepEqual(linesOf(night, 'America/Montreal')[0], [
        '2026-11-30 23:50:00 -05:00 ← Jane Doe\u00A0: x',
        '2026-12-01 00:10:00 -05:00 ← Jane Doe\u00A0: x'
    ]);
});
