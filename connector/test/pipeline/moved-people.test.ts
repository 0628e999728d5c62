import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../src/domain/people/person.ts';
import { refreshDirectory } from '../../src/pipeline/refresh-directory.ts';
import type { DirectoryChange } from '../../src/contracts/store.ts';
import { answeredCall, bench, type Bench } from './pipeline-harness.ts';

const NUMBER = '+14185550001';
const JEAN: Person = {
    id: '003000000000001AAA',
    object: 'Contact',
    name: 'Jean Tremblay',
    accountId: '001000000000001AAA',
    numbers: [{ e164: NUMBER, field: 'Phone' }]
};
/** Who stays, with a number of their own. */
const ANNE: Person = { ...JEAN, id: '003000000000002AAA', name: 'Anne Roy', numbers: [] };
const NOTHING: DirectoryChange = { people: [], gone: [], related: [], goneRelated: [], highWater: {} };

/** The next refresh hears of this. */
async function refreshed(it: Bench, change: Partial<DirectoryChange>): Promise<void> {
    it.org.changes = async (_marks, onPage) => onPage({ ...NOTHING, ...change });
    await refreshDirectory(it.context, it.connection);
    it.org.changes = async () => undefined;
    await it.flush();
    await it.later();
}

async function called(it: Bench, callId: string): Promise<Record<string, unknown> | undefined> {
    await it.tell(...answeredCall(callId, NUMBER));
    await it.flush();
    return it.task(callId);
}

test('earlier and later calls of a merged contact are those of who stays, although their number got lost', async () => {
    const it = await bench();
    it.org.people = [JEAN];
    await called(it, 'AC1');
    it.org.people = [];
    await refreshed(it, { people: [ANNE], gone: [{ id: JEAN.id, into: ANNE.id }] });
    assert.equal(it.task('AC1')?.['WhoId'], ANNE.id);
    assert.match(String(it.task('AC1')?.['Quo_Match_Reason__c']), /Jean Tremblay.*fusionn.*Anne Roy/);
    assert.equal((await called(it, 'AC2'))?.['WhoId'], ANNE.id);
});

test('a number that somebody else has since is theirs, whatever was merged before', async () => {
    const it = await bench();
    it.org.people = [JEAN];
    await called(it, 'AC1');
    it.org.people = [];
    await refreshed(it, { people: [ANNE], gone: [{ id: JEAN.id, into: ANNE.id }] });
    const luc = { ...JEAN, id: '003000000000003AAA', name: 'Luc Bédard' };
    await refreshed(it, { people: [luc] });
    assert.equal((await called(it, 'AC2'))?.['WhoId'], luc.id);
});

test('the calls of a lead that was converted go on to the contact, although a rep had corrected the number', async () => {
    const it = await bench();
    const lead: Person = {
        id: '00Q000000000001AAA',
        object: 'Lead',
        name: 'Piste',
        numbers: [
            { e164: NUMBER, field: 'Quo_Phone__c' },
            { e164: '+14185550009', field: 'Phone' }
        ]
    };
    it.org.people = [lead];
    it.preferences = { ...it.preferences, unknownCallers: 'lead' };
    await called(it, 'AC1');
    it.org.people = [];
    const contact = { ...ANNE, numbers: [{ e164: '+14185550009', field: 'Phone' }] };
    await refreshed(it, { people: [contact], gone: [{ id: lead.id, into: contact.id }] });
    assert.equal(it.task('AC1')?.['WhoId'], contact.id);
    assert.match(String(it.task('AC1')?.['Quo_Match_Reason__c']), /convertie/);
    assert.equal((await called(it, 'AC2'))?.['WhoId'], contact.id);
    assert.ok(![...it.org.records.keys()].some((name) => name.startsWith('Lead/')), 'no second lead');
});

test('a lead that somebody deleted is not made again', async () => {
    const it = await bench();
    it.preferences = { ...it.preferences, unknownCallers: 'lead' };
    await called(it, 'AC1');
    const made = String(it.task('AC1')?.['WhoId']);
    assert.match(made, /^a00/);
    const writes = (): number => it.org.writes.flat().filter(({ draft }) => draft.object === 'Lead').length;
    assert.equal(writes(), 1);
    await refreshed(it, { gone: [{ id: made }] });
    assert.equal((await called(it, 'AC2'))?.['Quo_Match__c'], 'unmatched');
    assert.equal(it.task('AC1')?.['Quo_Match__c'], 'unmatched');
    assert.equal(writes(), 1);
    const contact = { ...JEAN, id: '003000000000004AAA' };
    await refreshed(it, { people: [contact] });
    assert.equal(it.task('AC1')?.['WhoId'], contact.id, 'who turns up later is found all the same');
});
