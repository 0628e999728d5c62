import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changesSince } from '../../../src/domain/quo-contacts/changes.ts';
import { SOURCE, type ContactDraft, type QuoContact } from '../../../src/domain/quo-contacts/contact.ts';
import { contactDraft } from '../../../src/domain/quo-contacts/contact-draft.ts';
import { isOwnWrite } from '../../../src/domain/quo-contacts/own-write.ts';
import { isWanted } from '../../../src/domain/quo-contacts/filter.ts';
import { isWhole, merged } from '../../../src/domain/quo-contacts/merge.ts';
import { maude, PLAIN } from './person.ts';

const draft = (changes: Parameters<typeof maude>[0] = {}) => contactDraft(maude(changes), PLAIN) as ContactDraft;
const inQuo = (written: ContactDraft, changes: Partial<QuoContact> = {}): QuoContact => ({
    id: 'q1',
    source: SOURCE,
    ...written,
    ...changes
});

test('what is as we wrote it is not written again', () => {
    assert.equal(changesSince(draft(), draft()), undefined);
});

test('a changed name or title is a change of scalars, and an emptied one is cleared', () => {
    assert.deepEqual(changesSince(draft(), draft({ lastName: 'Roy', title: undefined, ownerName: undefined })), {
        scalars: { lastName: 'Roy', role: null },
        lists: false
    });
});

test('a changed number, email or owner’s field needs the whole contact', () => {
    const moved = draft({ numbers: [{ e164: '+15145550111', field: 'MobilePhone' }] });
    assert.deepEqual(changesSince(draft(), moved), { scalars: {}, lists: true });
    assert.deepEqual(changesSince(draft(), draft({ email: undefined })), { scalars: {}, lists: true });
});

test('numbers, emails and fields that somebody added in Quo stay; ours follow Salesforce', () => {
    const written = draft();
    const current = inQuo(written, {
        phoneNumbers: [...written.phoneNumbers, { name: 'Chalet', value: '+18195550100' }],
        emails: [
            { name: 'x', value: 'MAUDE@example.com' },
            { name: 'perso', value: 'm@perso.example' }
        ],
        customFields: [
            { key: 'vip', value: true },
            { id: 'f9', value: 'sans clé' }
        ]
    });
    const next = draft({ email: 'maude@new.example', numbers: [{ e164: '+15145550999', field: 'MobilePhone' }] });
    const whole = merged(current, written, next);
    assert.deepEqual(whole.phoneNumbers, [
        { name: 'Mobile', value: '+15145550999' },
        { name: 'Chalet', value: '+18195550100' }
    ]);
    assert.deepEqual(whole.emails, [
        { name: 'Salesforce', value: 'maude@new.example' },
        { name: 'perso', value: 'm@perso.example' }
    ]);
    assert.deepEqual(whole.customFields, [
        { key: 'vip', value: true },
        { id: 'f9', value: 'sans clé' }
    ]);
});

test('a scalar that was edited in Quo stays until Salesforce says something new about it', () => {
    const written = draft();
    const current = inQuo(written, { company: 'Beauce inc.', role: 'Patronne' });
    const whole = merged(current, written, draft({ title: 'Présidente', email: undefined }));
    assert.equal(whole.company, 'Beauce inc.');
    assert.equal(whole.role, 'Présidente · Resp. : Luc Bouchard');
});

test('of a contact found in Quo nothing is taken away', () => {
    const current = inQuo(draft(), { role: 'Patronne', emails: [{ name: 'x', value: 'autre@example.com' }] });
    const whole = merged(current, undefined, draft({ title: undefined, ownerName: undefined }));
    assert.equal(whole.role, 'Patronne');
    assert.equal(whole.emails.length, 2);
});

test('writing what was merged and merging again changes nothing, and everything of ours is in it', () => {
    const values = fc.array(fc.record({ name: fc.string(), value: fc.string({ minLength: 1 }) }), { maxLength: 4 });
    fc.assert(
        fc.property(values, values, values, (theirs, ours, before) => {
            const written = { ...draft(), phoneNumbers: before };
            const next = { ...draft(), phoneNumbers: ours };
            const current = inQuo(written, { phoneNumbers: [...before, ...theirs] });
            const whole = merged(current, written, next);
            const again = merged({ id: 'q1', ...whole }, next, next);
            assert.deepEqual(again.phoneNumbers, whole.phoneNumbers);
            for (const one of ours) assert.ok(whole.phoneNumbers.includes(one));
        })
    );
});

test('our own write is told from an edit', () => {
    const written = draft();
    const told = {
        kind: 'contact' as const,
        change: 'updated' as const,
        contactId: 'q1',
        at: '2026-11-20T12:00:00.000Z',
        source: SOURCE,
        externalId: written.externalId,
        firstName: written.firstName,
        lastName: written.lastName,
        company: written.company,
        role: written.role,
        emails: ['Maude@Example.com'],
        phoneNumbers: ['+14185550177', '+15145550111']
    };
    assert.equal(isOwnWrite(told, written), true);
    assert.equal(isOwnWrite({ ...told, role: 'Patronne' }, written), false);
    assert.equal(isOwnWrite({ ...told, phoneNumbers: [...told.phoneNumbers, '+18195550100'] }, written), false);
});

test('a filter takes objects, owners by either form of id, and fields equal to values', () => {
    assert.equal(isWanted(maude()), true);
    assert.equal(isWanted(maude({ object: 'Account' })), false, 'business accounts are nobody who calls');
    assert.equal(isWanted(maude({ object: 'Account', personContactId: '003' })), true);
    assert.equal(isWanted(maude({ object: 'Account' }), { objects: ['Account'] }), true);
    assert.equal(isWanted(maude(), { objects: ['Lead'] }), false);
    assert.equal(isWanted(maude(), { owners: ['0055g00000OWNER'] }), true);
    assert.equal(isWanted(maude({ ownerId: undefined }), { owners: ['0055g00000OWNER'] }), false);
    assert.equal(
        isWanted(maude(), { fields: { company: ['autre', 'ÉRABLIÈRE beauce'], title: ['Directrice'] } }),
        true
    );
    assert.equal(isWanted(maude(), { fields: { title: ['VP'] } }), false);
    assert.equal(isWanted(maude({ title: undefined }), { fields: { title: ['VP'] } }), false);
});

test('a contact that has everything already is not written, whatever the order and the ids of its values', () => {
    const field = { key: 'owner', name: 'Owner', type: 'string' };
    const wanted = contactDraft(maude(), { ...PLAIN, ownerField: field }) as ContactDraft;
    const current = inQuo(wanted, {
        phoneNumbers: wanted.phoneNumbers.toReversed(),
        customFields: [
            { key: 'vip', id: 'f1', value: true },
            { key: 'owner', id: 'f2', value: 'Luc Bouchard' }
        ]
    });
    assert.equal(isWhole(current, merged(current, undefined, wanted)), true);
    const other = inQuo(wanted, { customFields: [{ key: 'owner', id: 'f2', value: 'Ana Roy' }] });
    assert.equal(isWhole(other, merged(other, undefined, wanted)), false);
    assert.equal(isWhole({ ...current, lastName: 'Roy' }, merged(current, wanted, wanted)), false);
});
