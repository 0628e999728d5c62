import { KEYS } from '../../src/contracts/key-value.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetNumberUseCases } from '../../src/application/forget-number/forget-number.ts';
import type { ErasedNumber, ForgetAlso } from '../../src/contracts/app-store.ts';
import type { ContactRow } from '../../src/contracts/quo/contacts.ts';
import { OrgUnavailable } from '../../src/contracts/salesforce.ts';
import type { Person } from '../../src/domain/people/person.ts';
import { SOURCE } from '../../src/domain/quo-contacts/contact.ts';
import type { StoreParts } from './fakes/store.ts';
import { world, type World } from './fakes/world.ts';

const NUMBER = '+15145550142';
const MARIE: Person = {
    ...{ id: '003000000000001AAA', object: 'Contact', name: 'Marie Gagnon' },
    numbers: [{ e164: NUMBER, field: 'Phone' }]
};
const HERE = { records: false, leads: false, contacts: false };
const ERASED: ErasedNumber = {
    ...{ mark: 'pseudonym', activities: 2, facts: 9, deliveries: 4 },
    records: [{ object: 'Task', salesforceId: '00T000000000001AAA' }]
};

interface Forgetting {
    readonly it: World;
    readonly forgotten: (readonly [number: string, also: ForgetAlso | undefined])[];
}

async function connected(parts: StoreParts = {}): Promise<Forgetting> {
    const forgotten: [string, ForgetAlso | undefined][] = [];
    const forgetNumber = async (_id: string, number: string, also?: ForgetAlso) => {
        forgotten.push([number, also]);
        return ERASED;
    };
    const directory: StoreParts['directory'] = {
        lookup: async (_id, numbers) => new Map(numbers.includes(NUMBER) ? [[NUMBER, [MARIE]]] : []),
        apply: async () => ({ numbers: [], moved: [], related: [] })
    };
    const quoContacts: StoreParts['quoContacts'] = { follow: async () => 0, makeDue: async () => 0 };
    const it = world({ directory, quoContacts, ...parts, upkeep: { forgetNumber } });
    await it.connect('acme');
    return { it, forgotten };
}

const forget = ({ context }: World, what: object = {}) =>
    forgetNumberUseCases(context).forget('acme', { number: '(514) 555-0142', ...HERE, ...what });

test('a number is forgotten here as a person writes it; what people made is named and never touched', async () => {
    const { it, forgotten } = await connected();
    assert.deepEqual(await forget(it), {
        ...ERASED,
        records: 1,
        people: [{ id: MARIE.id, object: 'Contact', name: 'Marie Gagnon' }],
        notes: []
    });
    assert.deepEqual(forgotten, [[NUMBER, { records: false, leads: false }]]);
    assert.deepEqual(it.salesforce.org.removed, []);
});

test('a mobile number is forgotten in each of its spellings, here and in Salesforce', async () => {
    const { it, forgotten } = await connected();
    const asked: string[] = [];
    it.salesforce.administration.recordsByNumber = async (number) => {
        asked.push(number);
        return [{ object: 'Task', salesforceId: `00T00000000000${asked.length + 1}AAA` }];
    };
    const found = await forget(it, { number: '+52 1 55 1234 5678', records: true });
    const spellings = ['+525512345678', '+5215512345678'];
    assert.deepEqual(
        forgotten.map(([number]) => number),
        spellings
    );
    assert.deepEqual(asked, spellings);
    assert.deepEqual([found.activities, found.facts, found.deliveries], [4, 18, 8]);
    assert.equal(found.deleted, 3);
});

test('what is no number, or a number of the workspace itself, is refused before anything is forgotten', async () => {
    const { it, forgotten } = await connected();
    await it.store.memory.set('acme', KEYS.inboxes, it.quo.inboxes);
    await assert.rejects(forget(it, { number: 'Marie' }), {
        note: { code: 'WEB-VALUE', seen: '5 characters that are no phone number' }
    });
    await assert.rejects(forget(it, { number: '+1 514 555-0100' }), {
        note: { code: 'WEB-OWN-NUMBER', seen: 'Ventes' }
    });
    assert.deepEqual(forgotten, []);
});

test('records are deleted that we know of and that only the org knows of, each once', async () => {
    const { it } = await connected();
    it.salesforce.administration.recordsByNumber = async () => [
        { object: 'Task', salesforceId: '00T000000000001AAA' },
        { object: 'Task', salesforceId: '00T000000000002AAA' },
        { object: 'Sona_Call__c', salesforceId: 'a00000000000001AAA' }
    ];
    assert.equal((await forget(it, { records: true })).deleted, 3);
    assert.deepEqual([...it.salesforce.org.removed].sort(), [
        '00T000000000001AAA',
        '00T000000000002AAA',
        'a00000000000001AAA'
    ]);
});

test('our leads go; one that was converted is somebody’s contact by now, and is told of', async () => {
    const { it } = await connected();
    it.salesforce.administration.ownLeads = async () => [
        { id: '00Q000000000001AAA', name: 'Unknown', isConverted: false },
        { id: '00Q000000000002AAA', name: 'Luc Roy', isConverted: true }
    ];
    const { leads, notes } = await forget(it, { leads: true });
    assert.equal(leads, 1);
    assert.deepEqual(notes, [{ code: 'WEB-LEAD-CONVERTED', seen: 'Luc Roy' }]);
    assert.deepEqual(it.salesforce.org.removed, ['00Q000000000001AAA']);
});

test('a missing right to delete leads is told as what it is', async () => {
    const { it } = await connected();
    it.salesforce.administration.ownLeads = async () => [{ id: '00Q1', name: 'Unknown', isConverted: false }];
    it.salesforce.org.remove = () =>
        Promise.reject(new OrgUnavailable('forbidden', { code: 'SF-DELETE-RIGHT', seen: 'Lead' }));
    // Opened again, with the org as it is now.
    await it.add('acme', { name: 'Acme' });
    assert.deepEqual((await forget(it, { leads: true })).notes, [{ code: 'WEB-LEAD-RIGHT', seen: 'Lead' }]);
    assert.equal((await forget(it, { leads: true })).leads, undefined);
});

test('contacts in Quo go that we made; those with another label stay', async () => {
    const row = (person: string, quoId: string): ContactRow => ({
        ...{ person, quoId, state: 'linked', attempts: 0, version: 1, due: false }
    });
    const rows = [row(MARIE.id, 'CT1')];
    const kept: string[] = [];
    const { it } = await connected({
        quoContacts: {
            rows: async () => new Map(rows.map((one) => [one.person, one])),
            hold: async () => rows,
            keep: async (_id, all) => void kept.push(...all.map(({ state }) => state))
        }
    });
    const removed: string[] = [];
    let source = SOURCE as string;
    it.quo.contacts.get = async () => ({
        kind: 'done',
        value: {
            ...{ id: 'CT1', source, externalId: MARIE.id },
            phoneNumbers: [],
            emails: [],
            customFields: []
        }
    });
    it.quo.contacts.remove = async (id) => {
        removed.push(id);
        return { kind: 'done', value: undefined };
    };
    assert.equal((await forget(it, { contacts: true })).contacts, 1);
    source = 'somebody-else';
    assert.equal((await forget(it, { contacts: true })).contacts, 0);
    assert.deepEqual([removed, kept], [['CT1'], ['unlinked', 'unlinked']]);
});

test('what cannot be done elsewhere is told, and the rest is done', async () => {
    const { it, forgotten } = await connected();
    it.salesforce.administration.recordsByNumber = () => Promise.reject(new TypeError('socket'));
    const { deleted, notes, activities } = await forget(it, { records: true });
    assert.deepEqual([deleted, activities, notes], [undefined, 2, [{ code: 'WEB-TROUBLE', seen: 'TypeError' }]]);
    assert.deepEqual(forgotten, [[NUMBER, { records: true, leads: false }]]);
});

test('without an org nothing is deleted there, which is told; here the number is forgotten all the same', async () => {
    const { it, forgotten } = await connected();
    await it.add('alone');
    const what = { number: NUMBER, records: true, leads: true, contacts: true };
    const { notes } = await forgetNumberUseCases(it.context).forget('alone', what);
    assert.deepEqual(
        notes.map(({ code }) => code),
        ['WEB-NOT-WHOLE', 'WEB-NOT-WHOLE', 'WEB-NOT-WHOLE']
    );
    assert.equal(forgotten.length, 1);
});

test('reports are read from the audit log, also those of another version, and tell counts only', async () => {
    const { it } = await connected();
    await it.store.audit.append('acme', {
        actor: 'marie',
        action: 'number.forgotten',
        detail: { mark: 'm', facts: 3 }
    });
    await it.store.audit.append('acme', { actor: 'marie', action: 'preferences.saved' });
    const reports = await forgetNumberUseCases(it.context).reports('acme');
    assert.equal(reports.length, 1);
    const [{ actor, mark, facts, people, deleted, failed } = assert.fail('no report')] = reports;
    assert.deepEqual([actor, mark, facts, people, deleted, failed], ['marie', 'm', 3, 0, undefined, []]);
});
