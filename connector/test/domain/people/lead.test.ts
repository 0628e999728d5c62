import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Call } from '../../../src/domain/calls/call.ts';
import { leadFor, leadName, matchedToLead } from '../../../src/domain/people/lead.ts';
import type { Match, Reason } from '../../../src/domain/people/match.ts';
import { aCall, aContext } from '../a-call.ts';
import { CALLER } from './somebody.ts';

const because = (reason: Reason): Match => ({ status: 'unmatched', reason, duplicates: [] });
const NOBODY = because({ code: 'nobody', number: CALLER });
const wanted = { unknownCallers: 'lead', leadSource: 'Quo' } as const;
const forCall = (call: Call, match = NOBODY, preferences: object = wanted) =>
    leadFor({ call }, aContext({ match }, preferences));
const job = (...answers: (readonly [string, string])[]) => ({
    name: 'Message taking',
    answers: answers.map(([question, value]) => ({ question, value }))
});
const missed = { status: 'unanswered', answeredAt: undefined, answeredBy: undefined } as const;
const sona = (jobs: readonly ReturnType<typeof job>[]) =>
    aCall({ status: 'sona', answeredBy: 'SYUsona1', summary: { progress: 'completed', jobs } });

test('an unknown caller becomes a lead named by the number, keyed by it, set on creation only', () => {
    assert.deepEqual(forCall(aCall()), {
        object: 'Lead',
        keyField: 'Quo_Phone__c',
        key: CALLER,
        fields: {},
        createOnly: {
            LastName: '(415) 555-0100',
            Company: 'Inconnu',
            Phone: CALLER,
            LeadSource: 'Quo',
            OwnerId: '005000000000001AAA'
        }
    });
    assert.equal(forCall(aCall(), NOBODY, { ...wanted, language: 'en' })?.createOnly?.['Company'], 'Unknown');
});

test('first and last name are those that the caller told Sona, in one answer or in two', () => {
    const named = (...answers: (readonly [string, string])[]) => {
        const { FirstName, LastName } = forCall(sona([job(...answers)]))?.createOnly ?? {};
        return [FirstName, LastName];
    };
    assert.deepEqual(named(['First name', 'Anne-Marie'], ['Last name', 'de la Tour']), ['Anne-Marie', 'de la Tour']);
    assert.deepEqual(named(['Nom de famille ?', 'Le Blanc'], ['Quel est votre prénom ?', 'Zoé']), ['Zoé', 'Le Blanc']);
    assert.deepEqual(named(['Prénom', 'Zoé'], ['Nom', 'Le Blanc']), ['Zoé', 'Le Blanc']);
    assert.deepEqual(named(['Prénom', 'Zoé'], ['Votre nom', 'Zoé Roy']), ['Zoé', 'Roy']);
    assert.deepEqual(named(['First and last name', 'Zoé Roy']), ['Zoé', 'Roy']);
    assert.deepEqual(named(['Nom et prénom', 'Roy, Zoé']), ['Zoé', 'Roy']);
    assert.deepEqual(named(['First name', 'Zoé']), [undefined, 'Zoé']);
});

test('a number of another country keeps its plus: its digits alone could be somebody else’s number at home', () => {
    const number = '+6592345678';
    const match = because({ code: 'nobody', number });
    const context = aContext({ match, formatNumber: () => '+65 9234 5678' }, { ...wanted, leadPhoneFormat: 'digits' });
    assert.equal(leadFor({ call: aCall() }, context)?.createOnly?.['Phone'], number);
});

test('fields get the values that the admin chose, where the caller told nothing better', () => {
    const leadFields = [
        { field: 'FirstName', value: 'Unknown' },
        { field: 'LastName', value: 'Caller' },
        { field: 'Company', value: 'Private' },
        { field: 'Country', value: 'Canada' },
        { field: 'Seats__c', value: 3 }
    ];
    const { FirstName, LastName, Company, Country, Seats__c } =
        forCall(aCall(), NOBODY, { ...wanted, leadFields })?.createOnly ?? {};
    assert.deepEqual([FirstName, LastName, Company, Country, Seats__c], ['Unknown', 'Caller', 'Private', 'Canada', 3]);
    const told = sona([job(['Your name', 'Zoé Roy'], ['Company name', 'Acme'])]);
    const lead = forCall(told, NOBODY, { ...wanted, leadFields })?.createOnly;
    assert.deepEqual([lead?.['FirstName'], lead?.['LastName'], lead?.['Company']], ['Zoé', 'Roy', 'Acme']);
});

test('the phone stands as the org’s rules want it, and the key is the whole number all the same', () => {
    const phone = (leadPhoneFormat: string, number = CALLER) => {
        const lead = forCall(aCall(), because({ code: 'nobody', number }), { ...wanted, leadPhoneFormat });
        assert.equal(lead?.key, number);
        return lead.createOnly?.['Phone'];
    };
    assert.deepEqual(
        ['e164', 'national', 'digits'].map((format) => phone(format)),
        ['+14155550100', '(415) 555-0100', '4155550100']
    );
});

test('only when the admin wants leads, and only for numbers that nobody has', () => {
    assert.equal(forCall(aCall(), NOBODY, { unknownCallers: 'none' }), undefined);
    const others: readonly Reason[] = [
        { code: 'hidden' },
        { code: 'internal' },
        { code: 'not-told' },
        { code: 'unreadable', seen: '72345' },
        { code: 'ignored-number', number: CALLER },
        { code: 'ambiguous', number: CALLER, others: [] },
        { code: 'group', parts: [{ code: 'nobody', number: CALLER }] }
    ];
    for (const reason of others) assert.equal(forCall(aCall(), because(reason)), undefined, reason.code);
});

test('a call that never connected makes no lead, unless it left a voicemail', () => {
    assert.equal(forCall(aCall(missed)), undefined);
    assert.equal(forCall(aCall({ ...missed, status: 'abandoned' })), undefined);
    assert.equal(forCall(aCall({ ...missed, status: 'failed' })), undefined);
    assert.equal(forCall(aCall({ ...missed, status: 'forwarded' })), undefined);
    assert.ok(forCall(aCall({ ...missed, hasVoicemail: true })));
});

test('whom we dial is no unknown caller', () => {
    assert.equal(forCall(aCall({ direction: 'outgoing' })), undefined);
});

test('Sona makes a lead when she took a message, with the name and the company that the caller gave', () => {
    assert.equal(forCall(sona([])), undefined);
    const made = forCall(
        sona([job(['First and last name', 'Jane van Doe'], ['Company name', 'Acme']), job(['Message', 'Call me'])])
    );
    assert.deepEqual(
        [made?.createOnly?.['FirstName'], made?.createOnly?.['LastName'], made?.createOnly?.['Company']],
        ['Jane van', 'Doe', 'Acme']
    );
    assert.equal(made && leadName(made), 'Jane van Doe');
});

test('questions are asked in French too, and a mapped question goes before a guessed one', () => {
    const french = forCall(sona([job(['Nom de l’entreprise ?', 'Sirop Côté'], ['Votre nom', 'Côté'])]));
    assert.deepEqual([french?.createOnly?.['LastName'], french?.createOnly?.['Company']], ['Côté', 'Sirop Côté']);
    const sonaFields = [{ job: 'message TAKING!', question: 'Who is calling', field: 'Caller_Name__c' }];
    const mapped = forCall(sona([job(['Who is calling?', 'Ann'], ['Pet name', 'Rex'])]), NOBODY, {
        ...wanted,
        sonaFields
    });
    assert.equal(mapped?.createOnly?.['LastName'], 'Ann');
});

test('a text from an unknown number makes a lead, a text that only we sent does not', () => {
    const text = (direction: 'incoming' | 'outgoing') =>
        ({ id: 'AC', direction, createdAt: '2026-11-20T16:00:00.000Z', media: [], to: [] }) as const;
    const context = aContext({ match: NOBODY }, wanted);
    assert.ok(leadFor({ messages: [text('outgoing'), text('incoming')] }, context));
    assert.equal(leadFor({ messages: [text('outgoing')] }, context), undefined);
});

test('activities that waited for the lead are matched to it, and say why', () => {
    const match = matchedToLead(NOBODY, CALLER, { id: '00Q1', name: '(415) 555-0100' });
    assert.deepEqual([match.status, match.whoId, match.whoObject], ['matched', '00Q1', 'Lead']);
    assert.equal(match.reason.code, 'lead-created');
});

test('an answered call under the minimum makes no lead; a voicemail and a message that Sona took do', () => {
    const least = { ...wanted, leadMinSeconds: 20 };
    assert.equal(forCall(aCall({ duration: 19 }), NOBODY, least), undefined);
    assert.ok(forCall(aCall({ duration: 20 }), NOBODY, least));
    assert.ok(forCall(aCall({ duration: undefined }), NOBODY, least), 'Quo did not say how long');
    assert.ok(forCall(aCall({ duration: 5 }), NOBODY, wanted), 'no minimum by default');
    assert.equal(forCall(aCall({ status: 'forwarded', duration: 3 }), NOBODY, least), undefined);
    assert.ok(forCall(aCall({ ...missed, hasVoicemail: true, duration: 4 }), NOBODY, least));
    assert.ok(forCall({ ...sona([job(['Message', 'Call me'])]), duration: 8 }, NOBODY, least));
});

test('short codes, hidden numbers and what is no number are nobody’s number, whatever they did', () => {
    for (const reason of [{ code: 'unreadable', seen: '72345' }, { code: 'hidden' }, { code: 'not-told' }] as const) {
        const context = aContext({ match: because(reason) }, wanted);
        const text = {
            id: 'AC',
            direction: 'incoming',
            createdAt: '2026-11-20T16:00:00.000Z',
            media: [],
            to: []
        } as const;
        assert.equal(leadFor({ messages: [text] }, context), undefined);
    }
});
