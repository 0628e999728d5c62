import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MessageFact } from '../../src/domain/facts.ts';
import { INBOX } from './answered-call.ts';
import { bench, MARIE, type Bench } from './pipeline-harness.ts';

const OTHER = { id: 'PN2', name: 'Soutien', number: '+15145550199' };
const AT = '2026-11-20T16:00:00.000Z';

function text(conversation: string, more: Partial<MessageFact>): MessageFact {
    const told = { messageId: `m-${conversation}`, conversation, at: AT, createdAt: AT, text: 'Allô' };
    return { kind: 'message', direction: 'incoming', ...told, ...more };
}

async function leadBench(): Promise<Bench> {
    const it = await bench({ inboxes: async () => [INBOX, OTHER] });
    it.preferences = { ...it.preferences, unknownCallers: 'lead', internalCalls: true };
    return it;
}

const written = (it: Bench, object: string) =>
    [...it.org.records].flatMap(([name, record]) => (name.startsWith(`${object}/`) ? [record] : []));

test('texts between two of our inboxes are internal, from either side, and make no lead', async () => {
    const it = await leadBench();
    await it.tell(
        text('CN1', { from: OTHER.number, to: [INBOX.number], phoneNumberId: INBOX.id }),
        text('CN2', { from: OTHER.number, to: [INBOX.number], phoneNumberId: OTHER.id, direction: 'outgoing' }),
        text('CN3', { from: OTHER.number, to: [INBOX.number] })
    );
    await it.flush();
    const tasks = written(it, 'Task');
    assert.equal(tasks.length, 3);
    for (const task of tasks) assert.match(String(task['Quo_Match_Reason__c']), /^Communication interne/);
    assert.deepEqual(written(it, 'Lead'), []);
});

test('our own number in a group with a stranger is nobody: the stranger is who it is about', async () => {
    const it = await leadBench();
    await it.tell(text('CN1', { from: MARIE, to: [INBOX.number, OTHER.number], phoneNumberId: INBOX.id }));
    await it.flush();
    const [task] = written(it, 'Task');
    assert.match(String(task?.['Quo_Match_Reason__c']), /piste a été créée/);
    assert.deepEqual(
        written(it, 'Lead').map(({ Phone }) => Phone),
        [MARIE]
    );
});
