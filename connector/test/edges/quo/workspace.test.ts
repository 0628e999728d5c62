import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallFact } from '../../../src/domain/facts.ts';
import { workspace } from '../../../src/quo/workspace.ts';
import { hastyClient, stubQuo, type Answer, type Seen } from './stub-quo.ts';

const call = {
    id: 'AC1',
    phoneNumberId: 'PN1',
    actorId: 'US1',
    direction: 'incoming',
    status: 'completed',
    participants: [
        { phoneNumber: '+15145550111', actorId: null },
        { phoneNumber: '+14385550100', actorId: 'US1' },
        { phoneNumber: '+14385550100', actorId: 'US2' }
    ],
    answeredAt: '2026-11-20T10:00:05Z',
    completedAt: '2026-11-20T10:04:05Z',
    createdAt: '2026-11-20T10:00:00Z',
    updatedAt: '2026-11-20T10:06:00Z',
    answeredBy: 'US2',
    initiatedBy: null,
    callRoute: 'phone-number',
    duration: 240,
    forwardedFrom: null,
    forwardedTo: null,
    aiHandled: null,
    summary: {
        status: 'completed',
        type: 'human',
        summary: ['A.'],
        nextSteps: ['B.'],
        jobs: null,
        title: null
    }
};

type Facts = readonly CallFact[] | undefined;
const factOf = <K extends CallFact['kind']>(facts: Facts, kind: K) =>
    facts?.find((fact): fact is Extract<CallFact, { kind: K }> => fact.kind === kind);

async function asking(t: Parameters<typeof stubQuo>[0], answer: (seen: Seen, count: number) => Answer) {
    const quo = await stubQuo(t, answer);
    const client = hastyClient(quo.url);
    return { quo, client, workspace: workspace(client) };
}

test('inboxes and users are read to the last page, and Sona is no user', async (t) => {
    const { quo, workspace } = await asking(t, ({ path }) => {
        if (path.startsWith('/phone-numbers')) {
            return {
                json: {
                    data: [{ id: 'PN1', name: 'Ventes', phoneNumber: '+14385550100', symbol: '🛒' }, { id: 'PN2' }]
                }
            };
        }
        return path.includes('after=c1')
            ? { json: { data: [{ id: 'US2', email: 'b@example.com', role: 'member' }], nextCursor: null } }
            : { json: { data: [{ id: 'US1', firstName: 'Ana' }, { id: 'SYUsona' }], nextCursor: 'c1' } };
    });
    assert.deepEqual(await workspace.inboxes(), [{ id: 'PN1', name: 'Ventes', number: '+14385550100', symbol: '🛒' }]);
    assert.deepEqual(await workspace.users(), [
        { id: 'US1', firstName: 'Ana' },
        { id: 'US2', email: 'b@example.com' }
    ]);
    assert.equal(quo.seen[1]?.path, '/users?limit=50');
    assert.ok(quo.seen.every(({ path }) => !path.includes('SY')));
});

test('a call is told as it stands, with its summary, and its sides by their actors', async (t) => {
    const { quo, workspace } = await asking(t, () => ({ json: { data: call } }));
    const about = { callId: 'AC1', at: '2026-11-20T10:06:00.000Z' };
    assert.deepEqual(await workspace.call('AC1'), [
        {
            ...about,
            kind: 'ended',
            direction: 'incoming',
            status: 'answered',
            startedAt: '2026-11-20T10:00:00.000Z',
            answeredAt: '2026-11-20T10:00:05.000Z',
            completedAt: '2026-11-20T10:04:05.000Z',
            duration: 240,
            hasVoicemail: false,
            answeredBy: 'US2'
        },
        {
            ...about,
            kind: 'parties',
            phoneNumberId: 'PN1',
            userId: 'US1',
            external: ['+15145550111'],
            workspace: ['+14385550100'],
            sidesKnown: false
        },
        { ...about, kind: 'summary', progress: 'completed', summary: ['A.'], nextSteps: ['B.'], bySona: false }
    ]);
    assert.equal(quo.seen[0]?.path, '/calls/AC1?include=summary,voicemail');
});

test('Sona, voicemail and forwarding are told; what is still being made is not', async (t) => {
    const answers = [
        { ...call, aiHandled: 'ai-agent', summary: { status: 'completed', type: 'agent', title: 'Prix', summary: [] } },
        { ...call, answeredAt: null, voicemail: { id: 'VM1', status: 'completed', duration: 7, transcript: 'Allô' } },
        { ...call, status: 'forwarded', forwardedTo: 'US9', summary: { status: 'in-progress' } },
        { ...call, answeredAt: null, completedAt: '2026-11-20T11:59:50Z', voicemail: undefined },
        { ...call, status: 'ringing', participants: [], completedAt: null }
    ];
    const { workspace } = await asking(t, (_, count) => ({ json: { data: answers[count - 1] } }));
    const sona = await workspace.call('AC1');
    assert.equal(factOf(sona, 'ended')?.status, 'sona');
    assert.equal(factOf(sona, 'summary')?.title, 'Prix');
    assert.equal(factOf(sona, 'summary')?.bySona, true);
    const missed = await workspace.call('AC1');
    assert.equal(factOf(missed, 'ended')?.status, 'unanswered');
    assert.equal(factOf(missed, 'ended')?.hasVoicemail, true);
    assert.equal(factOf(missed, 'voicemail')?.transcript, 'Allô');
    const forwarded = await workspace.call('AC1');
    assert.equal(factOf(forwarded, 'ended')?.status, 'forwarded');
    assert.equal(factOf(forwarded, 'forwarded')?.to, 'US9');
    assert.equal(factOf(forwarded, 'summary'), undefined);
    const justEnded = await workspace.call('AC1');
    assert.equal(factOf(justEnded, 'ended')?.hasVoicemail, undefined, 'ten seconds after the end nobody knows');
    const ringing = await workspace.call('AC1');
    assert.equal(factOf(ringing, 'ended'), undefined);
    assert.equal(factOf(ringing, 'parties')?.external, undefined);
});

test('a call that Quo does not know is undefined, any other refusal is an error', async (t) => {
    const { workspace } = await asking(t, (_, count) => ({ status: count === 1 ? 404 : 403 }));
    assert.equal(await workspace.call('AC1'), undefined);
    await assert.rejects(workspace.call('AC1'), { code: 'QUO-FORBIDDEN' });
});

test('an answer in an unknown form says where', async (t) => {
    const { workspace } = await asking(t, () => ({ json: { data: { ...call, createdAt: 'soon' } } }));
    await assert.rejects(workspace.call('AC1'), { code: 'QUO-ANSWER', seen: 'GET /calls/{callId}: data.createdAt' });
});

test('recordings say what can be played, what is being made, and what never was', async (t) => {
    const completed = {
        id: 'CR1',
        status: 'completed',
        startTime: '2026-11-20T10:00:06Z',
        url: 'https://r/1',
        duration: 3
    };
    const answers = [
        [completed, { id: 'CR2', status: 'processing', url: null }],
        [],
        [{ id: 'CR3', status: 'failed' }]
    ];
    const { workspace } = await asking(t, (_, count) => ({ json: { data: answers[count - 1] } }));
    const told = async () => {
        const [fact] = await workspace.recordings('AC1');
        return fact?.kind === 'recordings' ? [fact.progress, fact.recordings.map(({ id }) => id)] : undefined;
    };
    assert.deepEqual(await told(), ['in-progress', ['CR1']]);
    assert.deepEqual(await told(), ['absent', []]);
    assert.deepEqual(await told(), ['failed', []]);
});

test('transcripts of several recordings become one, each shifted to where its recording began', async (t) => {
    const segment = (recordingId: string, startTime: string, content: string) => ({
        recordingId,
        status: 'completed',
        startTime,
        duration: 9.5,
        dialogue: [{ content, start: 1.5, end: 2, actorId: 'US1', identifier: null }]
    });
    const { workspace } = await asking(t, (_, count) => ({
        json: {
            data: [
                segment('CR2', '2026-11-20T10:01:00Z', 'deux'),
                { ...segment('CR1', '2026-11-20T10:00:00Z', 'un'), status: count === 1 ? 'completed' : 'in-progress' }
            ]
        }
    }));
    const [fact] = await workspace.transcript('AC1');
    assert.deepEqual(fact?.kind === 'transcript' && fact.dialogue, [
        { content: 'un', start: 1.5, end: 2, userId: 'US1' },
        { content: 'deux', start: 61.5, end: 62, userId: 'US1' }
    ]);
    assert.deepEqual(await workspace.transcript('AC1'), []);
});
