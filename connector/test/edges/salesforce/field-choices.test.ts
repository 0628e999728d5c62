import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFieldChoices } from '../../../src/salesforce/field-choices.ts';
import { openSession } from '../../../src/salesforce/rest/session.ts';
import { fakeOrg, ROOT, SETTINGS } from './fake-org.ts';

const field = (name: string, type: string, more = {}) => ({
    name,
    label: name.replace('__c', ''),
    type,
    length: 40,
    ...more
});

function describing(objects: Readonly<Record<string, readonly object[]>>) {
    const org = fakeOrg(({ path, body }) => {
        assert.equal(path, `${ROOT}/composite`);
        const { compositeRequest } = body as { compositeRequest: { url: string; referenceId: string }[] };
        const compositeResponse = compositeRequest.map(({ url, referenceId }) => {
            const fields = objects[/\/sobjects\/(\w+)\/describe/.exec(url)?.[1] ?? ''];
            return { referenceId, httpStatusCode: fields === undefined ? 404 : 200, body: { fields } };
        });
        return { body: { compositeResponse } };
    });
    return openSession(SETTINGS, org.dependencies);
}

test('fields that look like a phone number are offered; those that are read anyway, faxes and others are not', async () => {
    const session = describing({
        Contact: [
            field('Phone', 'phone'),
            field('Fax', 'phone'),
            field('Pager__c', 'phone'),
            field('Direct_Line__c', 'string'),
            field('Nickname__c', 'string')
        ],
        Lead: [field('Telephone_maison__c', 'string')],
        Account: []
    });
    const { phones, sona } = await readFieldChoices(session, {});
    assert.deepEqual(
        [phones.Contact, phones.Lead, phones.Account].map((fields) => fields.map(({ name }) => name)),
        [['Pager__c', 'Direct_Line__c'], ['Telephone_maison__c'], []]
    );
    assert.deepEqual(sona, [], 'the package is not there');
    assert.equal(session.calls(), 1);
});

test('answers go to fields that can be written and hold them; ours are named without the package’s prefix', async () => {
    const session = describing({
        quo__Sona_Call__c: [
            field('quo__Quo_Call_Id__c', 'string', { updateable: true }),
            field('quo__Caller_Name__c', 'string', { updateable: true, label: '' }),
            field('Needs__c', 'textarea', { updateable: true, length: 1_000 }),
            field('Formula__c', 'string'),
            field('Friend__c', 'reference', { updateable: true }),
            field('OwnerId', 'reference', { updateable: true })
        ]
    });
    const { sona } = await readFieldChoices(session, { namespace: 'quo' });
    assert.deepEqual(sona, [
        { name: 'Caller_Name__c', label: 'Caller_Name__c', type: 'string', length: 40 },
        { name: 'Needs__c', label: 'Needs', type: 'textarea', length: 1_000 }
    ]);
});

test('people are filtered by fields that Salesforce filters by, each once with the objects that have it', async () => {
    const session = describing({
        Contact: [
            field('Region__c', 'picklist', { filterable: true }),
            field('Bio__c', 'textarea', { filterable: false })
        ],
        Lead: [field('Region__c', 'picklist', { filterable: true })],
        Account: [
            field('Industry', 'picklist', { filterable: true }),
            field('Score__c', 'double', { filterable: true })
        ]
    });
    const { filter } = await readFieldChoices(session, {});
    assert.deepEqual(
        filter.map(({ name, objects }) => [name, objects]),
        [
            ['Industry', ['Account']],
            ['Region__c', ['Contact', 'Lead']]
        ]
    );
});
