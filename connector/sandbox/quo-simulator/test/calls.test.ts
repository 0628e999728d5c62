import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ANSWERED_CALL, data, list, simulatedQuo, type Json, type SimulatedQuo } from './simulated-quo.ts';

async function played(t: TestContext, call: Json, types: readonly string[]): Promise<[SimulatedQuo, string]> {
    const quo = await simulatedQuo(t);
    for (const type of types)
        await quo.control('POST', '/emit', { type, of: call, key: 'a', from: '2026-11-23T14:00:00Z' });
    return [quo, String(list(await quo.api('/calls'))[0]?.id)];
}

test('a call shows only what has happened so far', async (t) => {
    const [quo, id] = await played(t, ANSWERED_CALL, ['call.ringing']);
    const read = async () => data(await quo.api(`/calls/${id}?include=summary,voicemail`));
    const tell = (type: string) =>
        quo.control('POST', '/emit', { type, of: ANSWERED_CALL, key: 'a', from: '2026-11-23T14:00:00Z' });
    let call = await read();
    assert.equal(call.status, 'ringing');
    assert.equal(call.answeredAt, null);
    await tell('call.answered');
    call = await read();
    assert.equal(call.status, 'in-progress');
    assert.equal(call.answeredBy, 'USlucb0002');
    await tell('call.completed');
    call = await read();
    assert.equal(call.status, 'completed');
    assert.equal(call.duration, 60);
    assert.deepEqual(call.summary, {
        status: 'in-progress',
        type: null,
        summary: null,
        nextSteps: null,
        jobs: null,
        title: null
    });
    assert.equal('voicemail' in call, false);
    await tell('call.summary.completed');
    assert.deepEqual((await read()).summary, {
        status: 'completed',
        type: 'human',
        summary: ['Bonjour.'],
        nextSteps: ['Rappeler.'],
        jobs: null,
        title: null
    });
});

test('participants hold every party; who is outside the workspace has no actor', async (t) => {
    const [quo, id] = await played(t, ANSWERED_CALL, ['call.completed']);
    assert.deepEqual(data(await quo.api(`/calls/${id}`)).participants, [
        { phoneNumber: '+15145550401', actorId: null },
        { phoneNumber: '+15145550100', actorId: 'USlucb0002' }
    ]);
});

test('a summary and a voicemail are there only when they are asked for', async (t) => {
    const [quo, id] = await played(t, ANSWERED_CALL, ['call.completed', 'call.summary.completed']);
    assert.equal('summary' in data(await quo.api(`/calls/${id}`)), false);
});

test('a Sona call is marked, its summary has title and jobs and no next steps', async (t) => {
    const sona = {
        ...ANSWERED_CALL,
        answeredBy: 'sona',
        ends: 'ai-handled',
        summary: {
            title: 'Fuite',
            summary: ['Une fuite.'],
            jobs: [{ name: 'Message', answers: [['Urgent', true]] }]
        }
    };
    const [quo, id] = await played(t, sona, ['call.completed', 'call.summary.completed']);
    const call = data(await quo.api(`/calls/${id}?include=summary`));
    assert.equal(call.aiHandled, 'ai-agent');
    assert.equal(call.answeredBy, 'SYUsona2026');
    const summary = call.summary as Json;
    assert.equal(summary.type, 'agent');
    assert.equal(summary.title, 'Fuite');
    assert.equal(summary.nextSteps, null);
    assert.deepEqual(summary.jobs, [
        { icon: '📝', name: 'Message', result: { data: [{ name: 'Urgent', value: true }] } }
    ]);
});

test('a voicemail is in progress when the call ends, and complete after its event', async (t) => {
    const missed = {
        ...ANSWERED_CALL,
        talks: undefined,
        answeredBy: undefined,
        ends: 'unanswered',
        recordings: [],
        voicemail: { lasts: 9, transcript: 'Allô?' }
    };
    const [quo, id] = await played(t, missed, ['call.completed']);
    const read = async () => data(await quo.api(`/calls/${id}?include=voicemail`)).voicemail as Json;
    assert.deepEqual(
        { ...(await read()), id: 0 },
        {
            id: 0,
            status: 'in-progress',
            duration: null,
            recordingUrl: null,
            transcript: null
        }
    );
    await quo.control('POST', '/emit', { type: 'call.voicemail.completed', of: missed, key: 'a' });
    assert.equal((await read()).transcript, 'Allô?');
    assert.equal(data(await quo.api(`/v1/call-voicemails/${id}`)).status, 'completed');
});

test('v1 refuses a call with more than two participants; the dated surface shows it', async (t) => {
    const group = { ...ANSWERED_CALL, who: ['rosalie-paquet', 'simon-lemieux'] };
    const [quo, id] = await played(t, group, ['call.completed']);
    const refused = await quo.api(`/v1/calls/${id}`);
    assert.equal(refused.status, 400);
    assert.deepEqual((refused.body.error as Json).message, 'Too Many Participants');
    assert.equal((data(await quo.api(`/calls/${id}`)).participants as unknown[]).length, 3);
});

test('v1 has its own places for recordings, summary and transcript', async (t) => {
    const types = ['call.completed', 'call.recording.completed', 'call.summary.completed'];
    const [quo, id] = await played(t, ANSWERED_CALL, types);
    assert.equal(list(await quo.api(`/v1/call-recordings/${id}`)).length, 1);
    assert.deepEqual(data(await quo.api(`/v1/call-summaries/${id}`)).summary, ['Bonjour.']);
    assert.equal(data(await quo.api(`/v1/call-transcripts/${id}`)).status, 'absent');
    assert.equal((await quo.api(`/v1/call-voicemails/${id}`)).status, 404);
    assert.deepEqual(data(await quo.api(`/v1/calls/${id}`)).participants, ['+15145550401', '+15145550100']);
});

test('filters narrow the list, and its time bounds are inclusive', async (t) => {
    const [quo] = await played(t, ANSWERED_CALL, ['call.completed']);
    const count = async (query: string) => list(await quo.api(`/calls?${query}`)).length;
    assert.equal(await count('createdAt[gte]=2026-11-23T14:00:00Z&createdAt[lte]=2026-11-23T14:00:00Z'), 1);
    assert.equal(await count('createdAt[gte]=2026-11-23T09:00:01-05:00'), 0);
    assert.equal(await count('participant=%2B15145550401'), 1);
    assert.equal(await count('participant[in]=%2B15145550401,%2B15145550402'), 1);
    assert.equal(await count('participant=%2B15145550402'), 0);
    assert.equal(await count('direction=outgoing'), 0);
    assert.equal(await count('status=completed&status[in]=missed'), 0);
    assert.equal(await count('status[in]=missed,completed&phoneNumberId=PNprincip1&actorId=USlucb0002'), 1);
});
