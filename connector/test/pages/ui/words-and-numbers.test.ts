import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { hourTotals } from '../../../src/console/ui/chart.ts';
import { durationText } from '../../../src/console/ui/duration-text.ts';
import { formatDate } from '../../../src/console/ui/format-date.ts';
import { progressCard } from '../../../src/console/ui/progress-card.ts';
import type { FlowRow } from '../../../src/contracts/monitoring.ts';
import type { Progress } from '../../../src/contracts/progress.ts';
import { LANGUAGES, wordsOf } from '../../../src/locales/catalogue.ts';
import { readable } from '../readable.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-11-20T17:40:00.000Z');

test('how long something took is told as a person would: nothing of seconds, nothing of minutes beyond two days', () => {
    const [en, fr] = [wordsOf('en'), wordsOf('fr')];
    for (const [ms, english, french] of [
        [0, /minute/, /minute/],
        [29_000, /minute/, /minute/],
        [MINUTE, /^1 min$/, /^1 min$/],
        [59 * MINUTE, /^59 min$/, /^59 min$/],
        [HOUR, /^1 h 0 min$/, /^1 h/],
        [47 * HOUR + 59 * MINUTE, /^47 h 59 min$/, /^47 h 59/],
        [48 * HOUR, /^2 days$/, /^2 jours$/],
        [240 * HOUR, /^10 days$/, /^10 jours$/]
    ] as const) {
        assert.match(durationText(en, ms), english, String(ms));
        assert.match(durationText(fr, ms), french, String(ms));
    }
});

test('no duration is told as sixty minutes, and none is empty', () => {
    fc.assert(
        fc.property(fc.nat(400 * HOUR), (ms) => {
            for (const language of LANGUAGES) {
                const text = durationText(wordsOf(language), ms);
                assert.ok(text !== '' && !/\b60 min/.test(text), text);
            }
        })
    );
});

test('a moment is told in the zone of the connection; what is none is told as nothing', () => {
    assert.match(formatDate('2026-11-20T03:30:00.000Z', 'en', 'America/Toronto'), /Nov 19, 2026, 10:30 p\.m\./);
    assert.match(formatDate('2026-11-20T03:30:00.000Z', 'fr', 'Europe/Paris'), /20 nov\. 2026, 4 h 30|04 h 30/);
    for (const nothing of [null, undefined, '', 'yesterday']) assert.equal(formatDate(nothing, 'en', 'UTC'), '');
});

const flow: fc.Arbitrary<FlowRow> = fc.record({
    hour: fc
        .integer({ min: 0, max: 40 })
        .map((ago) => new Date(Math.floor(NOW / HOUR) * HOUR - ago * HOUR).toISOString()),
    inbox: fc.constantFrom('PN1', 'PN2', null),
    received: fc.nat(50),
    matched: fc.nat(50),
    written: fc.nat(50),
    parked: fc.nat(5)
});

test('the chart has every hour once, also those without anything, and counts nothing twice or of before', () => {
    fc.assert(
        fc.property(fc.array(flow, { maxLength: 30 }), fc.integer({ min: 1, max: 48 }), (rows, hours) => {
            const totals = hourTotals(rows, NOW, hours);
            assert.equal(totals.length, hours);
            assert.equal(totals.at(-1)?.hour, '2026-11-20T17:00:00.000Z');
            for (const [n, { hour }] of totals.entries())
                if (n > 0) assert.equal(Date.parse(hour) - Date.parse(totals[n - 1]?.hour ?? ''), HOUR);
            const shown = rows.filter(({ hour }) => Date.parse(hour) >= Date.parse(totals[0]?.hour ?? ''));
            for (const what of ['received', 'matched', 'written'] as const)
                assert.equal(
                    totals.reduce((sum, total) => sum + total[what], 0),
                    shown.reduce((sum, row) => sum + row[what], 0)
                );
        })
    );
});

const one = (more: Partial<Progress>): Progress => ({
    task: 'repair',
    state: 'running',
    done: 3,
    ageMs: 120_000,
    ...more
});
const told = (progress: Progress, language: 'en' | 'fr' = 'en'): string =>
    readable(String(progressCard([progress], wordsOf(language)) ?? ''));

test('what is under way is told with how far it is; of what nobody can count, that it goes on', () => {
    assert.match(told(one({ total: 1_000 })), /3 of 1,000/);
    assert.match(told(one({ total: 1_000 }), 'fr'), /3 sur 1\s000/);
    assert.match(told(one({ done: 12 })), /12/);
    assert.doesNotMatch(told(one({ total: 10 })), /ago/);
});

test('what ended says how it went and how long ago; what was interrupted or failed says what to do', () => {
    assert.match(told(one({ state: 'done', total: 3, detail: { learnt: 2 } })), /2 min.*3.*2/);
    assert.match(told(one({ task: 'again', state: 'done', done: 7, detail: { parked: 2 } })), /7.*2/);
    assert.notEqual(
        told(one({ task: 'again', state: 'done', done: 7, detail: { parked: 2 } })),
        told(one({ task: 'again', state: 'done', done: 7 }))
    );
    assert.match(told(one({ state: 'failed', note: { code: 'QUO-UNREACHABLE', seen: 'x' } })), /QUO-UNREACHABLE/);
    assert.ok(told(one({ state: 'interrupted' })).length > told(one({ state: 'paused' })).length);
});

test('every task in every state has its words in each language', () => {
    const states = ['running', 'paused', 'done', 'failed', 'interrupted'] as const;
    for (const task of ['directory', 'repair', 'again', 'rehearsal', 'people', 'estimate'] as const)
        for (const state of states)
            for (const language of LANGUAGES) {
                const text = told(one({ task, state }), language);
                assert.ok(text.length > 5 && !/undefined|\{/.test(text), `${task} ${state} ${language}: ${text}`);
            }
    assert.equal(progressCard([], wordsOf('en')), undefined);
});
