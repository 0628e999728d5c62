import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activityKeyOf } from '../../src/domain/facts.ts';

const at = '2026-11-20T16:00:00.000Z';

test('facts of one call belong to one activity, whatever their kind', () => {
    assert.equal(activityKeyOf({ callId: 'ACc001', at, kind: 'missed' }), 'call_ACc001');
    assert.equal(activityKeyOf({ callId: 'ACc001', at, kind: 'link', url: 'https://my.quo.com/x' }), 'call_ACc001');
});

test('messages belong to their conversation', () => {
    const message = { kind: 'message', messageId: 'ACm1', conversation: 'CN1', at, createdAt: at } as const;
    assert.equal(activityKeyOf({ ...message, direction: 'incoming' }), 'conversation_CN1');
});
