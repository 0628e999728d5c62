import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { windowsFrom } from '../../../src/domain/conversations/windows.ts';
import { anyMessageFact, disturbed } from '../arbitraries.ts';
import { text } from './a-text.ts';

const HOUR = 3_600_000;
const INBOX = '+13105550199';
const starts = (...times: string[]) =>
    windowsFrom(
        'CN1',
        times.map((time, n) => text(`m${n}`, time)),
        INBOX
    ).map((one) => one.startedAt.slice(11, 16));

test('a window opens at the first message and closes sixty minutes later', () => {
    assert.deepEqual(starts('10:00', '10:30', '10:59'), ['10:00']);
    assert.deepEqual(starts('10:00', '10:59', '11:00'), ['10:00', '11:00']);
    assert.deepEqual(starts('10:00', '11:30', '11:50', '12:40'), ['10:00', '11:30', '12:40']);
});

test('a late message splits, shifts or fills windows as if it had come in time', () => {
    assert.deepEqual(starts('10:00', '10:50', '09:30'), ['09:30', '10:50']);
    assert.deepEqual(starts('10:00', '11:10', '09:50'), ['09:50', '11:10']);
    assert.deepEqual(starts('10:00', '11:10', '11:05'), ['10:00', '11:05']);
});

test('windows are the same whatever order and however often their messages arrive', () => {
    const facts = fc.array(anyMessageFact, { maxLength: 20 });
    fc.assert(
        fc.property(
            facts.chain((told) => fc.tuple(fc.constant(told), disturbed(told))),
            ([told, again]) => assert.deepEqual(windowsFrom('CN1', again, INBOX), windowsFrom('CN1', told, INBOX))
        )
    );
});

test('every message is in exactly one window, within its hour, and windows are an hour apart or more', () => {
    fc.assert(
        fc.property(fc.array(anyMessageFact, { maxLength: 20 }), (facts) => {
            const windows = windowsFrom('CN1', facts, INBOX);
            const ids = windows.flatMap((window) => window.messages.map((message) => message.id));
            assert.deepEqual(ids.toSorted(), [...new Set(facts.map((fact) => fact.messageId))].sort());
            for (const [n, window] of windows.entries()) {
                const start = Date.parse(window.startedAt);
                assert.equal(window.startedAt, window.messages[0]?.createdAt);
                for (const { createdAt } of window.messages) {
                    const after = Date.parse(createdAt) - start;
                    assert.ok(after >= 0 && after < HOUR);
                }
                const next = windows[n + 1];
                if (next) assert.ok(Date.parse(next.startedAt) - start >= HOUR);
            }
        })
    );
});

test('an hour is an hour of real time, also in the night in which the clocks are put back', () => {
    // 01:30 in Toronto comes twice on 1 November 2026: 05:30Z and 06:30Z.
    const facts = ['05:30', '06:29', '06:30'].map((time, n) => text(`m${n}`, time, { day: '2026-11-01' }));
    assert.deepEqual(
        windowsFrom('CN1', facts).map((one) => one.messages.length),
        [2, 1]
    );
});

test('a message is what its newest facts tell, and a carrier’s last word stays', () => {
    const sent = text('m1', '10:00', {
        direction: 'outgoing',
        status: 'sent',
        text: 'Hello',
        media: [{ url: 'https://x' }]
    });
    const failed = {
        ...sent,
        at: '2026-11-20T10:05:00.000Z',
        status: 'undelivered',
        errorCode: '30006',
        media: undefined,
        text: undefined
    } as const;
    const stale = { ...sent, at: '2026-11-20T10:09:00.000Z', status: 'queued' } as const;
    const message = windowsFrom('CN1', [stale, failed, sent])[0]?.messages[0];
    assert.deepEqual([message?.status, message?.errorCode, message?.text], ['undelivered', '30006', 'Hello']);
    assert.deepEqual(message?.media, [{ url: 'https://x' }]);
});

test('the outside is everybody but the inbox, sorted, over the whole conversation', () => {
    const group = text('m1', '10:00', { from: '+14155550101', to: [INBOX, '+14155550100'] });
    const later = text('m2', '12:00', { direction: 'outgoing', from: INBOX, to: ['+14155550100', '+14155550101'] });
    for (const window of windowsFrom('CN1', [group, later], INBOX))
        assert.deepEqual(window.external, ['+14155550100', '+14155550101']);
    assert.deepEqual(windowsFrom('CN1', [group, later])[0]?.external, ['+14155550100', '+14155550101']);
});

test('while the inbox’s number is unknown, it is not taken for somebody outside', () => {
    assert.deepEqual(windowsFrom('CN1', [text('m1', '10:00')])[0]?.external, ['+14155550100']);
});
