import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needs } from '../../src/salesforce/checks/needs.ts';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import { all, text, type Element } from 'salesforce-metadata/xml.ts';
import { PACKAGE } from './corrupt.ts';

/** Standard fields without field-level security: whoever sees the record sees them (`permissionable: false` in describe). */
const ALWAYS: Readonly<Record<string, readonly string[]>> = {
    Task: [
        ...['Subject', 'Status', 'Priority', 'ActivityDate', 'OwnerId', 'TaskSubtype'],
        ...['CallType', 'CallDurationInSeconds', 'CallDisposition', 'CallObject']
    ],
    Contact: ['Name'],
    Account: ['Name'],
    Lead: ['Name', 'LastName', 'Company'],
    Opportunity: ['Name', 'IsClosed', 'CloseDate'],
    OpportunityContactRole: ['OpportunityId', 'ContactId', 'IsPrimary'],
    Sona_Answer__c: ['Sona_Call__c']
};
/** Objects whose rights come from elsewhere: a user permission, the parent. */
const ELSEWHERE = new Set(['Task', 'OpportunityContactRole']);

const packaged = loadPackage(PACKAGE).find('permissionset', 'Quo_Integration');
const beside = loadPackage(PACKAGE, 'unpackaged/').find('permissionset', 'Quo_Integration_Standard');
const roots = [packaged, beside].flatMap((set) => (set ? [set.root] : []));
const granted = (element: string, key: string, name: string): Element | undefined =>
    roots.flatMap((root) => all(root, element)).find((one) => text(one, key) === name);
const everything = needs({ sona: true, leads: true, opportunities: true, phoneFields: {} });

test('the integration user’s two permission sets grant every field that the connector reads and writes', () => {
    assert.equal(roots.length, 2);
    for (const { object, read, write } of everything) {
        for (const field of [...read, ...write]) {
            if (ALWAYS[object]?.includes(field)) continue;
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

test('Tasks, the API and the view of the set-up come from user permissions outside the package', () => {
    for (const name of ['ApiEnabled', 'EditTask', 'ActivitiesAccess', 'ViewSetup']) {
        const permission = granted('userPermissions', 'name', name);
        assert.ok(permission, name);
        assert.equal(text(permission, 'enabled'), 'true', name);
    }
});
