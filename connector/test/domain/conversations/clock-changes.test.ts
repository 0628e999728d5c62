import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeWindows, windowsFrom } from '../../../src/domain/conversations/windows.ts';
import type { MessageFact } from '../../../src/domain/facts.ts';
import { conversationTasks } from '../../../src/domain/records/conversation-task.ts';
import { aContext } from '../a-call.ts';
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

/** Date and time by another way than ours: what the platform shows of the instant. */
function shown(instant: string, timeZone: string): { readonly date: string; readonly time: string } {
    const [date = '', time = ''] = new Date(instant).toLocaleString('sv-SE', { timeZone }).split(' ');
    return { date, time: time.slice(0, 5) };
}

function linesOf(facts: readonly MessageFact[], timeZone: string): readonly (readonly string[])[] {
    const placed = placeWindows(windowsFrom('CN1', facts), []).placed;
    return conversationTasks(placed, aContext({}, { timeZone })).map(({ fields }) =>
        String(fields['Description']).split('\n')
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
                    let day = shown(startedAt, timeZone).date;
                    const expected = messages.flatMap(({ createdAt }) => {
                        const { date, time } = shown(createdAt, timeZone);
                        const heading = date === day ? [] : [date];
                        day = date;
                        return [...heading, `${time} ← Jane Doe\u00A0: x`];
                    });
                    assert.deepEqual(tasks[n], expected);
                }
            }),
            { numRuns: 60 }
        );
    });

test('a window across midnight is of the day on which it began, and heads the next day', () => {
    const facts = ['03:50', '04:10'].map((time, n) => text(`m${n}`, time, { day: '2026-12-01', text: 'x' }));
    const [lines] = linesOf(facts, 'America/Montreal');
    assert.deepEqual(lines, ['22:50 ← Jane Doe\u00A0: x', '23:10 ← Jane Doe\u00A0: x']);
    const night = ['04:50', '05:10'].map((time, n) => text(`m${n}`, time, { day: '2026-12-01', text: 'x' }));
    assert.deepEqual(linesOf(night, 'America/Montreal')[0], [
        '23:50 ← Jane Doe\u00A0: x',
        '2026-12-01',
        '00:10 ← Jane Doe\u00A0: x'
    ]);
});
