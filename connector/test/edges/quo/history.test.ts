import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workspace as workspaceOf } from '../../../src/quo/workspace.ts';
import { hastyClient, stubQuo, type Answer, type Seen } from './stub-quo.ts';

const call = {
    phoneNumberId: 'PN1',
    direction: 'incoming',
    status: 'completed',
    createdAt: '2026-11-20T10:00:00Z',
    updatedAt: '2026-11-20T10:06:00Z'
};

async function asking(t: Parameters<typeof stubQuo>[0], answer: (seen: Seen, count: number) => Answer) {
    const quo = await stubQuo(t, answer);
    const client = hastyClient(quo.url);
    return { quo, client, workspace: workspaceOf(client) };
}

test('calls of a span come oldest first from pages that are newest first; one that is unreadable is counted', async (t) => {
    const listed = (id: string) => ({ ...call, id });
    const { quo, client, workspace } = await asking(t, ({ path }) =>
        path.includes('after=')
            ? { json: { data: [listed('AC1'), { id: 'no call' }], nextCursor: null } }
            : { json: { data: [listed('AC3'), listed('AC2')], nextCursor: 'x' } }
    );
    const ids: string[] = [];
    for await (const facts of workspace.callsBetween('2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z')) {
        ids.push(...facts.filter((fact) => fact.kind === 'ended').map((fact) => fact.callId));
    }
    assert.deepEqual(ids, ['AC1', 'AC2', 'AC3']);
    assert.deepEqual(client.unreadable, { 'GET /calls': 1 });
    assert.equal(
        quo.seen[0]?.path,
        '/calls?limit=50&createdAt[gte]=2026-11-20T00:00:00.000Z&createdAt[lte]=2026-11-21T00:00:00.000Z&include=summary,voicemail'
    );
});

test('texts of a span include its bounds, which Quo leaves out', async (t) => {
    const text = {
        id: 'ACm1',
        to: ['+15145550111'],
        from: '+14385550100',
        text: 'Bonjour',
        conversationId: 'CN1',
        direction: 'outgoing',
        status: 'sent',
        createdAt: '2026-11-20T00:00:00Z',
        updatedAt: '2026-11-20T00:00:01Z',
        media: [],
        phoneNumberId: 'PN1',
        userId: 'SYUsona'
    };
    const { quo, workspace } = await asking(t, () => ({ json: { data: [text], nextCursor: null } }));
    const facts = [];
    for await (const page of workspace.messagesBetween('2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z')) {
        facts.push(...page);
    }
    assert.equal(
        quo.seen[0]?.path,
        '/messages?limit=50&createdAt[gt]=2026-11-19T23:59:59.999Z&createdAt[lt]=2026-11-21T00:00:00.001Z'
    );
    assert.deepEqual(facts, [
        {
            kind: 'message',
            messageId: 'ACm1',
            conversation: 'CN1',
            at: '2026-11-20T00:00:01.000Z',
            direction: 'outgoing',
            createdAt: '2026-11-20T00:00:00.000Z',
            text: 'Bonjour',
            media: [],
            status: 'sent',
            from: '+14385550100',
            to: ['+15145550111'],
            phoneNumberId: 'PN1',
            userId: 'SYUsona'
        }
    ]);
});

test('a list that leads to itself ends with an error, not never', async (t) => {
    const { workspace } = await asking(t, () => ({ json: { data: [], nextCursor: 'again' } }));
    await assert.rejects(workspace.users(), { code: 'QUO-ANSWER' });
});

test('one inbox alone can be asked for, calls and texts alike', async (t) => {
    const { quo, workspace } = await asking(t, () => ({ json: { data: [], nextCursor: null } }));
    const span = ['2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'] as const;
    for await (const page of workspace.callsBetween(...span, { inbox: 'PN2', isLate: true }))
        assert.deepEqual(page, []);
    for await (const page of workspace.messagesBetween(...span, { inbox: 'PN2' })) assert.deepEqual(page, []);
    assert.deepEqual(
        quo.seen.map(({ path }) => /phoneNumberId=\w+/.exec(path)?.[0]),
        ['phoneNumberId=PN2', 'phoneNumberId=PN2']
    );
});
