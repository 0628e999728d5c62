import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needs } from '../../src/salesforce/checks/needs.ts';
import { personQuery } from '../../src/salesforce/directory/person-query.ts';
import { hasFieldSecurity } from 'salesforce-metadata/field-security.ts';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import { all, text, type Element } from 'salesforce-metadata/xml.ts';
import { PACKAGE } from './corrupt.ts';

/** Objects whose rights come from elsewhere: a user permission, the parent. */
const ELSEWHERE = new Set(['Task', 'OpportunityContactRole']);

const packaged = loadPackage(PACKAGE).find('permissionset', 'Quo_Integration');
const beside = loadPackage(PACKAGE, 'unpackaged/').find('permissionset', 'Quo_Integration_Standard');
const roots = [packaged, beside].flatMap((set) => (set ? [set.root] : []));
const granted = (element: string, key: string, name: string): Element | undefined =>
    roots.flatMap((root) => all(root, element)).find((one) => text(one, key) === name);
const everything = needs({
    sona: true,
    transcripts: true,
    leads: true,
    related: ['Opportunity', 'Case'],
    phoneFields: {}
});

/** A standard field without field security, and the master of a detail: whoever sees the record sees them. */
const isSeenByAll = (object: string, field: string): boolean =>
    object.endsWith('__c') || field.endsWith('__c')
        ? `${object}.${field}` === 'Sona_Answer__c.Sona_Call__c'
        : !hasFieldSecurity(object, field);

test('the integration user’s two permission sets grant every field that the connector reads and writes', () => {
    assert.equal(roots.length, 2);
    for (const { object, read, write } of everything) {
        for (const field of [...read, ...write]) {
            if (isSeenByAll(object, field)) continue;
            const permission = granted('fieldPermissions', 'field', `${object}.${field}`);
            assert.ok(permission, `${object}.${field} is not granted`);
            if (write.includes(field)) assert.equal(text(permission, 'editable'), 'true', `${object}.${field}`);
        }
    }
});

test('they grant every object right that the connector uses', () => {
    for (const { object, create, update, remove } of everything) {
        if (ELSEWHERE.has(object)) continue;
        const permission = granted('objectPermissions', 'object', object);
        assert.ok(permission, object);
        assert.equal(text(permission, 'allowRead'), 'true');
        // Records that belong to others are matched too, whatever the org's sharing.
        assert.equal(text(permission, 'viewAllRecords'), 'true');
        for (const [wanted, right] of [
            [create, 'allowCreate'],
            [update, 'allowEdit'],
            [remove, 'allowDelete']
        ] as const) {
            if (wanted) assert.equal(text(permission, right), 'true', `${object} ${right}`);
        }
    }
});

/** What an admin's preferences write beyond what is always written. */
const BY_PREFERENCE = ['Lead.LeadSource', 'Task.Type'];

test('beside the package, no field is granted that is neither read nor written, and none to be changed that is only read', () => {
    const people = (['Contact', 'Lead', 'Account'] as const).flatMap((object) =>
        personQuery(object, { fields: EVERY_FIELD }, { phones: [], filter: [] })
            .columns.map((field) => `${object}.${field}`)
            // A part of an address has the security of the whole: Lead.Address, Contact.MailingAddress.
            .map((name) => name.replace(/Country(?:Code)?$/, 'Address'))
            // A person account's field has the security of the contact's.
            .map((name) => name.replace(/^Account\.Person/, 'Contact.'))
    );
    const named = (lists: 'read' | 'write') =>
        everything.flatMap((need) => need[lists].map((field) => `${need.object}.${field}`));
    const used = new Set([...people, ...named('read'), ...named('write'), ...BY_PREFERENCE]);
    const changed = new Set([...named('write'), ...BY_PREFERENCE]);
    const grants = beside ? all(beside.root, 'fieldPermissions') : [];
    assert.ok(grants.length > 15);
    for (const grant of grants) {
        const field = text(grant, 'field') ?? '';
        assert.ok(used.has(field), `${field} is granted and not used`);
        assert.equal(text(grant, 'editable') === 'true', changed.has(field), field);
    }
});

/** An org that has, and shows, whatever is asked for. */
const EVERY_FIELD = { has: () => true, get: () => undefined, values: () => [] } as unknown as Parameters<
    typeof personQuery
>[1]['fields'];

/** Why each user permission is there. */
const USER_PERMISSIONS: Readonly<Record<string, string>> = {
    ActivitiesAccess: 'tasks are read',
    ApiEnabled: 'a full licence’s profile may not have it',
    EditTask: 'tasks are written',
    ViewRoles: 'View Setup rests on it',
    ViewSetup: 'who holds Quo_Admin is read from PermissionSetAssignment when somebody signs in to the console'
};

test('they hold the user permissions that the connector needs, and no other', () => {
    const names = roots.flatMap((root) => all(root, 'userPermissions')).map((one) => text(one, 'name') ?? '');
    assert.deepEqual(names.sort(), Object.keys(USER_PERMISSIONS));
});
