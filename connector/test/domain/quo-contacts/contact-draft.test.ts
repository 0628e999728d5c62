import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ContactDraft } from '../../../src/domain/quo-contacts/contact.ts';
import { contactDraft } from '../../../src/domain/quo-contacts/contact-draft.ts';
import { contactWordingOf } from '../../../src/locales/contacts-wording.ts';
import { ownerField } from '../../../src/domain/quo-contacts/owner-field.ts';
import { maude, PLAIN } from './person.ts';

const drafted = (...args: Parameters<typeof contactDraft>): ContactDraft => {
    const draft = contactDraft(...args);
    assert.notEqual(typeof draft, 'string');
    return draft as ContactDraft;
};

test('a contact shows names, numbers with their labels, email, company, title, owner and the record', () => {
    assert.deepEqual(contactDraft(maude(), PLAIN), {
        externalId: '0035g00000MAUDEAAA',
        sourceUrl: 'https://acme.my.salesforce.com/0035g00000MAUDEAAA',
        firstName: 'Maude',
        lastName: 'Tremblay',
        company: 'Érablière Beauce',
        role: 'Directrice · Resp. : Luc Bouchard',
        phoneNumbers: [
            { name: 'Mobile', value: '+15145550111' },
            { name: 'Téléphone', value: '+14185550177' }
        ],
        emails: [{ name: 'Salesforce', value: 'maude@example.com' }],
        customFields: []
    });
});

test('the owner stands in the workspace’s field when there is one, and then not in the role', () => {
    const field = { key: 'owner', name: 'Owner', type: 'string' };
    const draft = drafted(maude(), { ...PLAIN, ownerField: field });
    assert.deepEqual(draft.customFields, [{ key: 'owner', value: 'Luc Bouchard' }]);
    assert.equal(draft.role, 'Directrice');
    const multi = drafted(maude(), { ...PLAIN, ownerField: { ...field, type: 'multi-select' } });
    assert.deepEqual(multi.customFields, [{ key: 'owner', value: ['Luc Bouchard'] }]);
    const nobody = drafted(maude({ ownerName: undefined }), { ...PLAIN, ownerField: field });
    assert.deepEqual(nobody.customFields, [{ key: 'owner', value: null }]);
});

test('the role line speaks the chosen language, with and without a title', () => {
    assert.equal(
        drafted(maude(), { ...PLAIN, wording: contactWordingOf('en') }).role,
        'Directrice · Owner: Luc Bouchard'
    );
    assert.equal(drafted(maude({ title: undefined }), PLAIN).role, 'Resp. : Luc Bouchard');
    assert.equal(drafted(maude({ ownerName: undefined }), PLAIN).role, 'Directrice');
    assert.equal(drafted(maude({ ownerName: ' ', title: ' ' }), PLAIN).role, undefined);
});

test('a missing first name is stood in for by the last name, the record’s name or the company', () => {
    const names = (changes: Parameters<typeof maude>[0]) => {
        const draft = contactDraft(maude(changes), PLAIN);
        return typeof draft === 'string' ? draft : [draft.firstName, draft.lastName];
    };
    assert.deepEqual(names({ firstName: undefined }), ['Tremblay', undefined]);
    assert.deepEqual(names({ firstName: '', lastName: ' ' }), ['Maude Tremblay', undefined]);
    assert.deepEqual(names({ firstName: undefined, lastName: undefined, name: '' }), ['Érablière Beauce', undefined]);
    assert.deepEqual(names({ firstName: '', lastName: '', name: '', company: '' }), 'no-name');
});

test('a record without a readable number, and a converted lead, get no contact', () => {
    assert.equal(contactDraft(maude({ numbers: [] }), PLAIN), 'no-number');
    assert.equal(contactDraft(maude({ object: 'Lead', isConverted: true }), PLAIN), 'converted');
});

test('one number in several fields is one number; a custom field keeps its name', () => {
    const draft = drafted(
        maude({
            numbers: [
                { e164: '+15145550111', field: 'acme__Direct_Line__c' },
                { e164: '+15145550111', field: 'Phone', extension: '12' }
            ]
        }),
        PLAIN
    );
    assert.deepEqual(draft.phoneNumbers, [{ name: 'Direct Line', value: '+15145550111' }]);
});

test('an account is its own name, not twice', () => {
    const draft = drafted(
        maude({ object: 'Account', name: 'Acme', firstName: undefined, lastName: undefined, company: 'Acme' }),
        PLAIN
    );
    assert.deepEqual([draft.firstName, draft.company], ['Acme', undefined]);
});

test('an address of the record that Quo would refuse is left out', () => {
    const long = { ...PLAIN, recordUrl: () => `https://x.example/${'a'.repeat(200)}` };
    assert.equal(drafted(maude(), long).sourceUrl, undefined);
    assert.equal(drafted(maude(), { ...PLAIN, recordUrl: () => undefined }).sourceUrl, undefined);
});

test('the owner’s field is found by name whatever its case and accents, and only if it can hold a name', () => {
    const fields = [
        { key: 'a', name: 'owner', type: 'date' },
        { key: 'b', name: 'PROPRIETAIRE  salesforce', type: 'string' },
        { key: 'c', name: 'Owner', type: 'string' },
        { key: 'd', name: 'Vendeur', type: 'multi-select' }
    ];
    assert.equal(ownerField(fields, undefined)?.key, 'b', 'the more telling name first');
    assert.equal(ownerField(fields, 'vendeur')?.key, 'd');
    assert.equal(ownerField(fields, 'Autre'), undefined, 'a chosen name that is not there is not guessed');
    assert.equal(ownerField([], undefined), undefined);
});

test('whatever Salesforce holds, a draft is well-formed and has a name and a number', () => {
    const text = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
    const person = fc.record({
        firstName: text,
        lastName: text,
        company: text,
        title: text,
        email: text,
        ownerName: text
    });
    fc.assert(
        fc.property(person, (changes) => {
            const draft = contactDraft(maude(changes), PLAIN);
            assert.notEqual(typeof draft, 'string');
            const texts = JSON.stringify(draft);
            assert.ok(texts.isWellFormed() && !texts.includes('\\ud8'));
            assert.ok((draft as ContactDraft).firstName.trim() !== '');
        })
    );
});
