import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Call } from '../../../src/domain/calls/call.ts';
import { callTask } from '../../../src/domain/records/call-task.ts';
import { sonaDrafts } from '../../../src/domain/records/sona-call.ts';
import { aCall, aContext, JANE } from '../a-call.ts';

const jobs = [
    {
        icon: '✍️',
        name: 'Message taking',
        answers: [
            { question: 'First and last name', value: 'Jane Doe' },
            { question: 'Urgent?', value: true }
        ]
    },
    { name: 'Qualify', answers: [{ question: 'Seats', value: 12 }] }
];
const sona: Call = aCall({
    status: 'sona',
    answeredBy: 'SYUsona1',
    sona: true,
    summary: {
        progress: 'completed',
        bySona: true,
        title: 'Pricing',
        summary: ['Wants a quote.'],
        nextSteps: ['Call'],
        jobs
    },
    recordings: [{ id: 'CR1' }],
    transcript: {
        progress: 'completed',
        dialogue: [
            { content: 'Bonjour!', start: 0, end: 1, userId: 'SYUsona1' },
            { content: 'Allô', start: 1, end: 2, identifier: '+14155550100' }
        ]
    },
    link: 'https://my.quo.com/x'
});
const recordOf = (call = sona, context = aContext()) => sonaDrafts(call, context)[0];

test('a Sona call is one record with everything that she learnt', () => {
    const record = recordOf();
    assert.deepEqual([record?.object, record?.keyField, record?.key], ['Sona_Call__c', 'Quo_Call_Id__c', 'AC1']);
    assert.deepEqual(record?.fields, {
        Name: 'Jane Doe - 2026-11-20 11:00',
        Contact__c: JANE.whoId,
        Lead__c: null,
        Account__c: JANE.accountId,
        Case__c: null,
        Opportunity__c: null,
        Caller_Number__c: '+14155550100',
        Caller_Name__c: 'Jane Doe',
        Inbox__c: 'Ventes',
        Started_At__c: '2026-11-20T16:00:00.000Z',
        Duration__c: 125,
        Recording_URL__c: 'https://quo.example.com/recordings/AC1/1',
        Conversation_URL__c: 'https://my.quo.com/x',
        Match__c: 'matched',
        Match_Reason__c:
            'Le (415) 555-0100 est le numéro du contact Jane Doe (champ MobilePhone); personne d’autre ne l’a.',
        Title__c: 'Pricing',
        Summary__c: 'Wants a quote.',
        Next_Steps__c: '- Call',
        Transcript__c: 'Sona\u00A0: Bonjour!\nJane Doe\u00A0: Allô',
        Raw_Answers__c: JSON.stringify(jobs),
        Outcome__c: 'contained',
        Hand_Off_To__c: null,
        Answered_By__c: null,
        Follow_Up_Owner__c: '005000000000001AAA',
        Follow_Up_Status__c: 'to do',
        Task_Id__c: null
    });
});

test('each answer is a row of its own, in order, whatever its type', () => {
    const rows = sonaDrafts(sona, aContext()).slice(1);
    assert.deepEqual(
        rows.map((row) => [row.key, row.fields['Answer__c'], row.fields['Type__c'], row.fields['Position__c']]),
        [
            ['AC1_1', 'Jane Doe', 'text', 1],
            ['AC1_2', 'Oui', 'yes or no', 2],
            ['AC1_3', '12', 'number', 3]
        ]
    );
    for (const row of rows) assert.deepEqual(row.parents, { Sona_Call__r: { Quo_Call_Id__c: 'AC1' } });
});

test('a long answer is cut for reports and kept whole beside', () => {
    const long = 'mot '.repeat(200).trim();
    const summary = {
        progress: 'completed',
        jobs: [{ name: 'J', answers: [{ question: 'Q', value: long }] }]
    } as const;
    const row = sonaDrafts({ ...sona, summary }, aContext())[1];
    assert.equal(row?.fields['Full_Answer__c'], long);
    assert.match(String(row?.fields['Answer__c']), /^mot .{200,255}…$/);
});

test('the record and the Task name each other once both exist', () => {
    const context = aContext({
        recordId: (object) => (object === 'Task' ? '00T000000000001AAA' : 'a00000000000001AAA')
    });
    assert.equal(recordOf(sona, context)?.fields['Task_Id__c'], '00T000000000001AAA');
    assert.equal(callTask(sona, context).fields['WhatId'], 'a00000000000001AAA');
    assert.equal(callTask(sona, context).fields['Subject'], 'Ventes (310) 555-0199 - Géré par Sona');
});

test('a hand-off says to whom, and who answered', () => {
    const handed = recordOf({ ...sona, forwarded: { to: 'US1' }, answeredBy: 'US1' });
    assert.equal(handed?.fields['Outcome__c'], 'transferred');
    assert.equal(handed?.fields['Hand_Off_To__c'], 'Marie Tremblay');
    assert.equal(handed?.fields['Answered_By__c'], '005000000000001AAA');
    assert.equal(handed?.fields['Follow_Up_Status__c'], 'not needed');
});

test('who follows up is whose call it was, and no queue', () => {
    assert.equal(recordOf()?.fields['Follow_Up_Status__c'], 'to do');
    assert.equal(recordOf()?.fields['Follow_Up_Owner__c'], '005000000000001AAA');
    const queue = recordOf(sona, aContext({ ownerId: '00G000000000001AAA' }));
    assert.equal(queue?.fields['Follow_Up_Owner__c'], null);
});

test('answers go to fields of the admin’s choice, whatever case and punctuation; the last time it was asked counts', () => {
    const twice = [...jobs, { name: 'Qualify', answers: [{ question: 'Seats', value: 20 }] }];
    const sonaFields = [
        { job: 'QUALIFY', question: 'seats ?', field: 'Seats__c' },
        { job: 'message-taking', question: 'urgent', field: 'Urgent__c' }
    ];
    const call = { ...sona, summary: { progress: 'completed' as const, jobs: twice } };
    const record = recordOf(call, aContext({}, { sonaFields }));
    assert.deepEqual([record?.fields['Seats__c'], record?.fields['Urgent__c']], [20, true]);
});

test('an answer that is longer than its field is cut there', () => {
    const jobs = [{ name: 'Qualify', answers: [{ question: 'Needs', value: 'x'.repeat(300) }] }];
    const call = { ...sona, summary: { progress: 'completed' as const, jobs } };
    const inField = (length?: number): unknown => {
        const sonaFields = [{ job: 'Qualify', question: 'Needs', field: 'Needs__c', ...(length && { length }) }];
        return String(recordOf(call, aContext({}, { sonaFields }))?.fields['Needs__c']).length;
    };
    assert.deepEqual([inField(), inField(40), inField(1_000)], [255, 40, 300]);
});

test('no answer may stand in the key of the record', () => {
    const sonaFields = [{ job: 'Qualify', question: 'Seats', field: 'Quo_Call_Id__c' }];
    assert.ok(!('Quo_Call_Id__c' in (recordOf(sona, aContext({}, { sonaFields }))?.fields ?? {})));
});

test('who a person put on the Task by hand is on the record too', () => {
    const byHand = recordOf(sona, aContext({ setByHand: { whoId: '00Q000000000001AAA', whatId: null } }));
    assert.deepEqual(
        [byHand?.fields['Contact__c'], byHand?.fields['Lead__c'], byHand?.fields['Account__c']],
        [null, '00Q000000000001AAA', null]
    );
    const deal = recordOf(sona, aContext({ setByHand: { whatId: '006000000000001AAA' } }));
    assert.deepEqual([deal?.fields['Contact__c'], deal?.fields['Opportunity__c']], [JANE.whoId, '006000000000001AAA']);
});

test('what the admin does not want is left out; other calls have no record', () => {
    const quiet = recordOf(sona, aContext({}, { summaries: false, transcripts: false, recordings: false }))?.fields;
    const wanted = [quiet?.['Summary__c'], quiet?.['Title__c'], quiet?.['Transcript__c'], quiet?.['Recording_URL__c']];
    assert.deepEqual(wanted, [null, null, null, null]);
    assert.deepEqual(sonaDrafts(sona, aContext({}, { sona: false })), []);
    assert.deepEqual(sonaDrafts(aCall(), aContext()), []);
});
