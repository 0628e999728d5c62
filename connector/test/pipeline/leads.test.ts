import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../src/domain/people/person.ts';
import { INBOX } from './answered-call.ts';
import { answeredCall, bench, type Bench } from './pipeline-harness.ts';

const NUMBER = '+14185550001';

async function leadBench(): Promise<Bench> {
    const it = await bench();
    it.preferences = { ...it.preferences, unknownCallers: 'lead' };
    return it;
}

function leadKeys(it: Bench): readonly string[] {
    return it.org.writes.flat().flatMap(({ draft }) => (draft.object === 'Lead' ? [draft.key] : []));
}

test('every call of an unknown caller says that a lead was created, not only the first one', async () => {
    const it = await leadBench();
    await it.tell(...answeredCall('AC1', NUMBER));
    await it.flush();
    await it.tell(...answeredCall('AC2', NUMBER));
    await it.flush();
    for (const callId of ['AC1', 'AC2'])
        assert.match(String(it.task(callId)?.['Quo_Match_Reason__c']), /une piste a été créée/, callId);
});

test('a mobile number that carriers spell in two ways is one lead, in one flush and in the next', async () => {
    const it = await leadBench();
    await it.tell(...answeredCall('AC1', '+5215512345678'));
    await it.tell(...answeredCall('AC2', '+525512345678'));
    await it.flush();
    await it.tell(...answeredCall('AC3', '+5215512345678'));
    await it.flush();
    const leads = it.org.writes.flat().filter(({ draft }) => draft.object === 'Lead');
    assert.deepEqual(
        leads.map(({ draft }) => draft.key),
        ['+525512345678']
    );
    const who = ['AC1', 'AC2', 'AC3'].map((callId) => it.task(callId)?.['WhoId']);
    assert.equal(typeof who[0], 'string');
    assert.equal(new Set(who).size, 1);
});

test('a caller who withheld their number is nobody’s, however a network spells it, and makes no lead', async () => {
    const it = await leadBench();
    const spelt = ['anonymous', 'Restricted', 'unknown', '', '+266696687', '+7378742833', '+2562533', '+8656696'];
    for (const [n, number] of spelt.entries()) await it.tell(...answeredCall(`AC${n}`, number));
    await it.flush();
    for (const n of spelt.keys())
        assert.equal(it.task(`AC${n}`)?.['Quo_Match_Reason__c'], 'L’autre partie a masqué son numéro.', spelt[n]);
    assert.deepEqual(leadKeys(it), []);
});

test('one of our own numbers makes no lead, also while Quo cannot tell which numbers are ours', async () => {
    let isDown = true;
    const other = { id: 'PN2', name: 'Soutien', number: '+15145550199' };
    const it = await bench({
        inboxes: async () => {
            if (isDown) throw new Error('no answer');
            return [INBOX, other];
        }
    });
    it.preferences = { ...it.preferences, unknownCallers: 'lead', internalCalls: true };
    await it.tell(...answeredCall('AC1', other.number), ...answeredCall('AC2', NUMBER));
    await it.flush();
    assert.deepEqual(leadKeys(it), [], 'nobody knows yet whether they are ours');
    isDown = false;
    await it.later();
    await it.flush();
    assert.deepEqual(leadKeys(it), [NUMBER]);
    assert.match(String(it.task('AC1')?.['Quo_Match_Reason__c']), /^Communication interne/);
});

const CONTACT: Person = { id: '003000000000001AAA', object: 'Contact', name: 'Anne Roy', numbers: [] };

/** Salesforce refuses the lead: one that was converted has its number. */
function refuseConverted(it: Bench, convertedInto: string | null): void {
    it.org.refuse = ({ draft }) =>
        draft.object === 'Lead'
            ? {
                  ok: false,
                  remedy: 'resolve',
                  note: { code: 'SF-REFERENCE' },
                  statusCode: 'CANNOT_UPDATE_CONVERTED_LEAD',
                  convertedInto
              }
            : undefined;
}

test('a number of a lead that was converted before the connector knew is asked about once, and then the contact’s', async () => {
    const it = await leadBench();
    await it.context.store.directory.apply('default', {
        people: [CONTACT],
        gone: [],
        related: [],
        goneRelated: [],
        highWater: {}
    });
    refuseConverted(it, CONTACT.id);
    for (const callId of ['AC1', 'AC2']) {
        await it.tell(...answeredCall(callId, NUMBER));
        await it.flush();
        assert.equal(it.task(callId)?.['WhoId'], CONTACT.id);
    }
    assert.equal(it.org.writes.flat().filter(({ draft }) => draft.object === 'Lead').length, 1);
});

test('a converted lead for whom nobody stands any more is not tried again for ever', async () => {
    const it = await leadBench();
    refuseConverted(it, null);
    for (const callId of ['AC1', 'AC2']) {
        await it.tell(...answeredCall(callId, NUMBER));
        await it.flush();
    }
    await it.later();
    assert.equal(it.task('AC2')?.['Quo_Match__c'], 'unmatched');
    assert.equal(it.org.writes.flat().filter(({ draft }) => draft.object === 'Lead').length, 1);
    const { parked, due } = await it.context.store.activities.counts('default');
    assert.deepEqual([parked, due], [0, 0]);
});

test('a lead that a rule refuses is told by the rule’s sentence, its calls are logged, and it is made once the rule is satisfied', async () => {
    const it = await leadBench();
    const rule = 'A phone has ten digits';
    it.org.refuse = ({ draft }) =>
        draft.object === 'Lead' && draft.createOnly?.['Phone'] === NUMBER
            ? {
                  ok: false,
                  remedy: 'park',
                  note: { code: 'SF-VALIDATION-RULE', seen: `FIELD_CUSTOM_VALIDATION_EXCEPTION: ${rule} [Phone]` },
                  statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION'
              }
            : undefined;
    for (const callId of ['AC1', 'AC2']) {
        await it.tell(...answeredCall(callId, NUMBER));
        await it.flush();
        assert.equal(it.task(callId)?.['Quo_Match__c'], 'unmatched', callId);
    }
    const parked = await it.rows<{ error: unknown }>('select error from activities where parked_at is not null');
    const note = { code: 'SF-LEAD-REFUSED', seen: `${rule} [Phone]` };
    assert.deepEqual(
        parked.map(({ error }) => error),
        [note, note]
    );
    it.preferences = { ...it.preferences, leadPhoneFormat: 'digits' };
    await it.context.store.activities.retry('default', null);
    await it.flush();
    await it.later();
    assert.deepEqual(
        ['AC1', 'AC2'].map((callId) => it.task(callId)?.['Quo_Match__c']),
        ['matched', 'matched']
    );
    assert.equal((await it.context.store.activities.counts('default')).parked, 0);
});
