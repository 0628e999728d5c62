import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Recording } from '../../../src/domain/facts.ts';
import { callTask } from '../../../src/domain/records/call-task.ts';
import { aCall, aContext, JANE } from '../a-call.ts';
import { visible } from '../description/written.ts';

const LINK = 'https://my.quo.com/inbox/PN1/c/CN1?at=AC1';
const summary = {
    progress: 'completed',
    summary: ['Jane veut une soumission.', 'Elle rappellera lundi.'],
    nextSteps: ['Envoyer la soumission', 'Rappeler lundi']
} as const;
const whole = aCall({ summary, recordings: [{ id: 'CR1' }], link: LINK });
/** The Description as people see it. */
const text = (call = whole, context = aContext()) => seen(callTask(call, context).fields);
const seen = (fields: Readonly<Record<string, unknown>>) => visible(String(fields['Description']));

test('an incoming call in French, whole', () => {
    const draft = callTask(whole, aContext());
    assert.deepEqual([draft.object, draft.keyField, draft.key], ['Task', 'Quo_Key__c', 'call_AC1']);
    assert.deepEqual(draft.createOnly, { TaskSubtype: 'Call' });
    assert.deepEqual(
        { ...draft.fields, Description: seen(draft.fields) },
        {
            Subject: 'Ventes (310) 555-0199 - Appel entrant',
            Description: [
                'Appel répondu',
                'Durée de l’appel : 2 min 5 s',
                'Répondu par Marie Tremblay',
                'Jane veut une soumission.',
                'Elle rappellera lundi.',
                'Prochaines étapes :',
                '- Envoyer la soumission',
                '- Rappeler lundi',
                'Enregistrement : https://quo.example.com/recordings/AC1/1',
                `Voir la conversation : ${LINK}`
            ].join('\n'),
            CallType: 'Inbound',
            CallDurationInSeconds: 125,
            CallDisposition: 'Répondu',
            CallObject: 'AC1',
            Status: 'Completed',
            Priority: 'Normal',
            ActivityDate: '2026-11-20',
            OwnerId: '005000000000001AAA',
            WhoId: JANE.whoId,
            WhatId: null,
            Quo_Started_At__c: '2026-11-20T16:00:00.000Z',
            Quo_Hour__c: 11,
            Quo_Inbox__c: 'Ventes',
            Quo_External_Number__c: '+14155550100',
            Quo_Conversation_URL__c: LINK,
            Quo_Match__c: 'matched',
            Quo_Match_Reason__c:
                'Le (415) 555-0100 est le numéro du contact Jane Doe (champ MobilePhone); personne d’autre ne l’a.',
            Quo_Kind__c: 'Call',
            Quo_Outcome__c: 'answered',
            Quo_Recording_URL__c: 'https://quo.example.com/recordings/AC1/1',
            Quo_Handled_By__c: 'Marie Tremblay',
            Quo_Transferred_To__c: null,
            Quo_Menu_Choice__c: null,
            Quo_Voicemail_Duration__c: null
        }
    );
});

test('an outgoing call says who dialled, and has no status line', () => {
    const call = aCall({ direction: 'outgoing', answeredBy: undefined, initiatedBy: 'US2', link: LINK });
    const draft = callTask(call, aContext({}, { language: 'en' }));
    assert.equal(draft.fields['Subject'], 'Ventes (310) 555-0199 - Outgoing Call');
    assert.equal(draft.fields['CallType'], 'Outbound');
    assert.equal(seen(draft.fields), `Call duration: 2 min 5 s\nInitiated by Luc Gagnon\nView conversation: ${LINK}`);
});

test('an incoming call in English', () => {
    const lines = text(whole, aContext({}, { language: 'en' })).split('\n');
    assert.deepEqual(lines.slice(0, 3), ['Answered call', 'Call duration: 2 min 5 s', 'Answered by Marie Tremblay']);
    assert.deepEqual(lines.slice(5, 9), [
        'Next steps:',
        '- Envoyer la soumission',
        '- Rappeler lundi',
        'Recording: https://quo.example.com/recordings/AC1/1'
    ]);
});

test('a missed call with a voicemail carries its words and its link', () => {
    const voicemail = { transcript: 'Rappelez-moi, SVP.', url: 'https://quo.example.com/expires' };
    const missed = { status: 'unanswered', answeredAt: undefined, answeredBy: undefined, duration: 0 } as const;
    const draft = callTask(aCall({ ...missed, hasVoicemail: true, voicemail }), aContext());
    assert.deepEqual(seen(draft.fields).split('\n'), [
        'Appel manqué, message vocal laissé',
        'Message vocal : Rappelez-moi, SVP.',
        'Écouter le message vocal : https://quo.example.com/recordings/AC1/voicemail'
    ]);
    assert.equal(draft.fields['Quo_Outcome__c'], 'voicemail');
    assert.equal(draft.fields['Quo_Recording_URL__c'], 'https://quo.example.com/recordings/AC1/voicemail');
});

test('of several recordings each link says when it begins, where Quo told of each', () => {
    const recordingUrl = (_: string, n: number | 'voicemail', startedAt?: string, offset?: number) =>
        `https://quo.example.com/${n}?o=${offset}${startedAt === undefined ? '' : '&d'}`;
    const at = (second: string) => ({ id: `CR${second}`, startedAt: `2026-11-20T16:00:${second}Z` });
    const task = (recordings: readonly Recording[]) => callTask(aCall({ recordings }), { ...aContext(), recordingUrl });
    const told = task([at('10.500'), at('40.000')]);
    assert.match(String(told.fields['Description']), /\/1\?o=0\D[^]*\/2\?o=29\.5\D/);
    assert.equal(told.fields['Quo_Recording_URL__c'], 'https://quo.example.com/1?o=0&d');
    assert.match(String(task([at('10.500'), { id: 'CR2' }]).fields['Description']), /\/2\?o=undefined/);
    assert.match(String(task([at('10.500')]).fields['Description']), /\/1\?o=undefined/);
});

test('several recordings are numbered, and Quo’s own addresses never appear', () => {
    const recordings = ['1', '2'].map((id) => ({ id, url: `https://expires.quo.com/${id}` }));
    const description = text({ ...whole, recordings });
    assert.match(description, /Enregistrement 1 : .*\/AC1\/1\nEnregistrement 2 : .*\/AC1\/2/);
    assert.doesNotMatch(description, /expires/);
});

test('a forwarded call says to whom: a person, an inbox or a number', () => {
    const first = (to?: string) => text(aCall({ status: 'forwarded', forwarded: { to } })).split('\n')[0];
    assert.equal(first('US2'), 'Appel transféré à Luc Gagnon');
    assert.equal(first('PN1'), 'Appel transféré à Ventes');
    assert.equal(first('+12125550123'), 'Appel transféré à (212) 555-0123');
    assert.equal(first('+14155550100'), 'Appel transféré à Jane Doe');
    assert.equal(first(), 'Appel transféré');
});

test('what a caller pressed in the menu is told', () => {
    assert.match(text({ ...whole, menu: { selection: '1', name: 'Ventes' } }), /\nMenu téléphonique : 1, Ventes\n/);
});

test('what reports and the timeline show of a call is a field: who spoke, to whom it went, what was pressed', () => {
    const voicemail = { duration: 41.6, url: 'https://quo.example.com/expires' };
    const menu = { selection: '2', name: 'Service' };
    const { fields } = callTask(aCall({ voicemail, menu, forwarded: { to: 'US2' } }), aContext());
    assert.deepEqual(
        [fields['Quo_Handled_By__c'], fields['Quo_Transferred_To__c'], fields['Quo_Menu_Choice__c']],
        ['Marie Tremblay', 'Luc Gagnon', '2, Service']
    );
    assert.equal(fields['Quo_Voicemail_Duration__c'], 42);
    const dialled = callTask(aCall({ direction: 'outgoing', answeredBy: undefined, initiatedBy: 'US2' }), aContext());
    assert.equal(dialled.fields['Quo_Handled_By__c'], 'Luc Gagnon');
});

test('what the admin does not want is left out', () => {
    const context = aContext({}, { recordings: false, summaries: false, transcripts: false });
    const voicemail = { transcript: 'Bonjour', url: 'https://x' };
    const draft = callTask({ ...whole, voicemail }, context);
    assert.doesNotMatch(String(draft.fields['Description']), /soumission|recordings|Bonjour/);
    assert.equal(draft.fields['Quo_Recording_URL__c'], null);
});

test('of a call of which Quo told next to nothing, what is known is written', () => {
    const call = { id: 'AC1', ended: true, toldAt: '2026-11-21T03:30:00.000Z' } as const;
    const { fields } = callTask(call, aContext({ inbox: undefined, ownerId: undefined }));
    assert.equal(fields['Subject'], 'Appel');
    assert.deepEqual([fields['ActivityDate'], fields['Quo_Hour__c']], ['2026-11-20', 22]);
    assert.deepEqual([fields['CallType'], fields['CallDurationInSeconds']], [null, null]);
    assert.ok(!('OwnerId' in fields));
});

test('when the summary is too long it gives way, never the links', () => {
    const call = { ...whole, summary: { progress: 'completed', summary: ['mot '.repeat(20_000)] } } as const;
    const { length } = String(callTask(call, aContext()).fields['Description']);
    assert.ok(length <= 32_000 && length > 31_900);
    assert.match(text(call), /mot…\nEnregistrement : .*\nVoir la conversation : .*$/);
});

test('when the inbox’s name is too long it gives way, never what kind of call it was', () => {
    const inbox = { id: 'PN1', name: 'Soutien '.repeat(60), number: '+13105550199' };
    const subject = String(callTask(whole, aContext({ inbox })).fields['Subject']);
    assert.ok(subject.length <= 255);
    assert.match(subject, /Soutien… \(310\) 555-0199 - Appel entrant$/);
});

test('what an admin chose for fields of tasks is set where nobody filled them, by kind', () => {
    const taskFields = [
        { field: 'Type', value: 'Call', on: 'call' },
        { field: 'Type', value: 'Text', on: 'messages' },
        { field: 'Billable__c', value: true }
    ] as const;
    const draft = callTask(aCall(), aContext({}, { taskFields }));
    assert.deepEqual(draft.defaults, { Billable__c: true, Type: 'Call' });
    assert.ok(!('Type' in draft.fields), 'a rep’s own value is never written over');
    assert.equal(callTask(aCall(), aContext()).defaults, undefined);
});
