import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Match } from '../../../src/domain/people/match.ts';
import { callTask } from '../../../src/domain/records/call-task.ts';
import type { RenderContext } from '../../../src/domain/records/context.ts';
import { aCall, aContext, JANE } from '../a-call.ts';

const OPPORTUNITY = '006000000000001AAA';
const SONA = 'a00000000000001AAA';
const LEAD = '00Q000000000001AAA';
const sona = aCall({ status: 'sona' });
const withSona: Partial<RenderContext> = { recordId: (object) => (object === 'Sona_Call__c' ? SONA : undefined) };
const fieldsOf = (call = aCall(), changes: Partial<RenderContext> = {}) => callTask(call, aContext(changes)).fields;
const whatOf = (match: Partial<Match>, changes: Partial<RenderContext> = withSona) =>
    fieldsOf(sona, { ...changes, match: { ...JANE, ...match } })['WhatId'];

test('WhatId is the opportunity, else the account that stands alone, else the Sona record', () => {
    assert.equal(whatOf({ relatedId: OPPORTUNITY }), OPPORTUNITY);
    assert.equal(whatOf({ whoId: undefined, whoObject: undefined }), JANE.accountId);
    assert.equal(whatOf({}), SONA);
    assert.equal(whatOf({}, {}), null);
});

test('with a lead in WhoId there is never a WhatId: Salesforce refuses both together', () => {
    assert.equal(whatOf({ whoId: LEAD, whoObject: 'Lead', relatedId: OPPORTUNITY }), null);
    const byHand = fieldsOf(sona, { ...withSona, setByHand: { whoId: LEAD, whatId: OPPORTUNITY } });
    assert.deepEqual([byHand['WhoId'], byHand['WhatId']], [LEAD, null]);
});

test('what a person set by hand is never overwritten, also when they emptied it', () => {
    const match = { ...JANE, relatedId: OPPORTUNITY };
    const setByHand = { whoId: null, whatId: 'a01000000000001AAA', ownerId: '005000000000009AAA' };
    const fields = fieldsOf(aCall(), { match, setByHand });
    assert.deepEqual(
        [fields['WhoId'], fields['WhatId'], fields['OwnerId']],
        [null, 'a01000000000001AAA', '005000000000009AAA']
    );
    assert.equal(fieldsOf(aCall(), { match, setByHand: { whatId: null } })['WhatId'], null);
});

test('further people of a group go beside WhoId', () => {
    const draft = callTask(aCall(), aContext({ match: { ...JANE, alsoWhoIds: ['003000000000002AAA'] } }));
    assert.deepEqual(draft.alsoWhoIds, ['003000000000002AAA']);
    assert.ok(!('alsoWhoIds' in callTask(aCall(), aContext())));
});

test('an internal call is one, and has no outside number', () => {
    const match: Match = { status: 'unmatched', reason: { code: 'internal' }, duplicates: [] };
    const fields = fieldsOf(aCall({ external: [] }), { match });
    assert.deepEqual([fields['CallType'], fields['Quo_External_Number__c']], ['Internal', null]);
});

test('where Quo mixes the sides and the inbox is unknown, our own number is not taken for the other end', () => {
    const call = aCall({ external: ['+14155550100', '+13105550199'], sidesKnown: false });
    assert.equal(fieldsOf(call, { inbox: undefined })['Quo_External_Number__c'], '+14155550100');
});

test('the reason says who and which opportunity; an ignored number is marked as such', () => {
    const match: Match = {
        ...JANE,
        relatedId: OPPORTUNITY,
        related: { object: 'Opportunity', code: 'only-open', name: 'Toiture', through: 'role' }
    };
    assert.match(
        String(fieldsOf(aCall(), { match })['Quo_Match_Reason__c']),
        /Opportunité «\u00A0Toiture\u00A0» : la seule ouverte où cette personne a un rôle\.$/
    );
    const ignored: Match = { status: 'unmatched', reason: { code: 'ignored-number', number: '+1' }, duplicates: [] };
    assert.equal(fieldsOf(aCall(), { match: ignored })['Quo_Match__c'], 'ignored');
});

test('where the field is too short for every candidate, the Description names them all', () => {
    const others = Array.from({ length: 20 }, (_, n) => ({
        id: `003${n}`,
        object: 'Contact' as const,
        name: `Personne numéro ${n}`
    }));
    const reason = { code: 'ambiguous', number: '+14155550100', others } as const;
    const fields = fieldsOf(aCall(), { match: { status: 'ambiguous', reason, duplicates: [] } });
    const short = String(fields['Quo_Match_Reason__c']);
    assert.ok(short.length <= 255 && short.endsWith('…'));
    for (const { name } of others) assert.ok(String(fields['Description']).includes(name));
});
