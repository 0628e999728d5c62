import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANSWERED_CALL, data, list, simulatedQuo, type Json, type SimulatedQuo } from './simulated-quo.ts';

const AT = '2026-11-23T14:00:00Z';
const tell = (quo: SimulatedQuo, type: string, of: Json, key = 'a') =>
    quo.control('POST', '/emit', { type, of, key, from: AT });

test('v1 asks for no version', async (t) => {
    const quo = await simulatedQuo(t);
    const response = await fetch(`${quo.url}/v1/users`, { headers: { authorization: 'sandbox-key' } });
    assert.equal(response.status, 200);
});

test('a v1 number carries its users and restrictions', async (t) => {
    const quo = await simulatedQuo(t);
    const inbox = data(await quo.api('/v1/phone-numbers/PNquebec04'));
    assert.equal(inbox.number, '+14185550130');
    assert.equal(inbox.formattedNumber, '(418) 555-0130');
    assert.deepEqual(
        (inbox.users as Json[]).map((user) => user.id),
        ['USdavidc04', 'USaccueil5']
    );
    assert.ok(inbox.restrictions);
    assert.equal(list(await quo.api('/v1/phone-numbers?userId=USdavidc04')).length, 2);
});

test('v1 users come in pages of at most fifty', async (t) => {
    const quo = await simulatedQuo(t);
    const first = await quo.api('/v1/users?maxResults=4');
    const second = await quo.api(`/v1/users?maxResults=4&pageToken=${String(first.body.nextPageToken)}`);
    assert.equal(list(first).length + list(second).length, 7);
    assert.equal(second.body.nextPageToken, null);
});

test('v1 tells one transcript for the whole call, the dated surface one for each recorded part', async (t) => {
    const quo = await simulatedQuo(t);
    const call = {
        ...ANSWERED_CALL,
        recordings: [
            { starts: 0, lasts: 20 },
            { starts: 40, lasts: 20 }
        ],
        transcript: [
            { who: 'luc', says: 'Bonjour', start: 1, end: 2.5 },
            { who: 'mathieu-bergeron', says: 'De retour', start: 42, end: 43.5 }
        ]
    };
    await tell(quo, 'call.completed', call);
    await tell(quo, 'call.transcript.completed', call);
    const id = String(list(await quo.api('/calls'))[0]?.id);
    const whole = data(await quo.api(`/v1/call-transcripts/${id}`));
    assert.deepEqual(whole.dialogue, [
        { content: 'Bonjour', start: 1, end: 2.5, identifier: null, userId: 'USlucb0002' },
        { content: 'De retour', start: 42, end: 43.5, identifier: '+15145550401', userId: null }
    ]);
    const parts = list(await quo.api(`/calls/${id}/transcripts`));
    assert.deepEqual(
        parts.map((part) => (part.dialogue as Json[]).map(({ content, start }) => [content, start])),
        [[['Bonjour', 1]], [['De retour', 2]]]
    );
    assert.match(String(parts[1]?.recordingId), /^CR/);
});

test('v1 lists the texts of exactly the asked people', async (t) => {
    const quo = await simulatedQuo(t);
    const text = { kind: 'message', direction: 'incoming', inbox: 'principal', text: 'Allô' };
    await tell(quo, 'message.received', { ...text, who: ['rosalie-paquet'] }, 'alone');
    await tell(quo, 'message.received', { ...text, who: ['rosalie-paquet', 'simon-lemieux'] }, 'group');
    const count = async (...numbers: string[]) => {
        const asked = numbers.map((one) => `&participants=${encodeURIComponent(one)}`).join('');
        return list(await quo.api(`/v1/messages?maxResults=10&phoneNumberId=PNprincip1${asked}`)).length;
    };
    assert.equal(await count('+15145550230'), 1);
    assert.equal(await count('+14505550231', '+15145550230'), 1);
    assert.equal(await count('+14505550231'), 0);
});

test('v1 conversations can be asked by number or by id, and tell whom they are assigned to', async (t) => {
    const quo = await simulatedQuo(t);
    await tell(quo, 'call.completed', ANSWERED_CALL);
    for (const inbox of ['PNprincip1', '%2B15145550100']) {
        const [one] = list(await quo.api(`/v1/conversations?maxResults=10&phoneNumbers=${inbox}`));
        assert.equal(one?.assignedTo, null);
    }
    assert.equal(list(await quo.api('/v1/conversations?maxResults=10&phoneNumbers=PNventes02')).length, 0);
    assert.equal(list(await quo.api(`/v1/conversations?maxResults=10&updatedAfter=${AT}`)).length, 0);
});
