import assert from 'node:assert/strict';
import test from 'node:test';
import { ownPackage } from '../own-package.ts';
import type { Row } from '../contract-org.ts';
import { METADATA, orgWithPeople } from './org-people.ts';

/** A type or field that a user may not read is no part of their schema (GraphQL guide and UI API guide, object and field access). */
const own = ownPackage();
const org = await orgWithPeople({ ...own, metadata: [...own.metadata, METADATA] });
const integration = await org.integration();
const rep = await org.person('rep');
const account = await org.create('Account', { Name: 'Acme', Website: 'https://example.com' });
const contact = await org.create('Contact', { LastName: 'Roy', AccountId: account, Birthdate: '1970-01-31' });

interface Answer {
    readonly data: unknown;
    readonly errors: readonly { readonly message: string; readonly extensions: { readonly classification: string } }[];
}
const ask = async (who: typeof rep, selection: string): Promise<Answer> =>
    (await who.call<Answer>('POST', 'graphql', { query: `{ uiapi { query { ${selection} } } }` })).body;
const refusedField = async (who: typeof rep, selection: string): Promise<string> => {
    const { data, errors } = await ask(who, selection);
    assert.equal(data, null, selection);
    assert.equal(errors[0]?.extensions.classification, 'ValidationError', selection);
    return errors[0]?.message ?? '';
};

test('GraphQL: a field that the user may not read is undefined, in a selection, a condition and an order', async () => {
    const selected = await refusedField(integration, 'Account { edges { node { Website { value } } } }');
    assert.match(selected, /Cannot query field "Website" on type "Account"/);
    const filtered = 'Account(where: { Website: { eq: "x" } }) { edges { node { Id } } }';
    assert.match(await refusedField(integration, filtered), /Field "Website" is not defined by type "Account_Filter"/);
    const ordered = 'Account(orderBy: { Website: { order: ASC } }) { edges { node { Id } } }';
    assert.match(await refusedField(integration, ordered), /Field "Website" is not defined by type "Account_OrderBy"/);
    assert.deepEqual((await ask(rep, 'Account { edges { node { Website { value } } } }')).errors, []);
});

test('GraphQL: an object that the user may not read is undefined, and so are the ways to it', async () => {
    assert.match(
        await refusedField(rep, 'Sona_Call__c { edges { node { Id } } }'),
        /Cannot query field "Sona_Call__c"/
    );
    const child = 'Contact { edges { node { Sona_Calls__r { edges { node { Id } } } } } }';
    assert.match(await refusedField(rep, child), /Cannot query field "Sona_Calls__r"/);
    const nobody = await org.person('nobody', { profile: 'Minimum Access - Salesforce' });
    assert.match(await refusedField(nobody, 'Task { edges { node { Who { ... on Contact { Id } } } } }'), /"Who"/);
    const parent = 'Contact { edges { node { Account { Name { value } } } } }';
    assert.match(await refusedField(nobody, parent), /Cannot query field "Contact"/);
    assert.deepEqual((await ask(integration, 'Sona_Call__c { edges { node { Id } } }')).errors, []);
});

test('GraphQL: introspection shows each user a schema of their own', async () => {
    const typed = async (who: typeof rep): Promise<readonly string[]> => {
        const query = '{ __type(name: "Contact") { fields { name } } }';
        const { body } = await who.call<{ data: { __type: { fields: Row[] } } }>('POST', 'graphql', { query });
        return body.data.__type.fields.map(({ name }) => String(name));
    };
    const [ofRep, ofIntegration] = [await typed(rep), await typed(integration)];
    assert.ok(ofRep.includes('Birthdate') && ofRep.includes('Email'));
    assert.ok(!ofIntegration.includes('Birthdate') && ofIntegration.includes('Email'));
});

test('GraphQL: @optional leaves out what the user may not read (GraphQL guide, @optional)', async () => {
    const selection = 'Account { edges { node { Name { value } Website @optional { value } } } }';
    const { data, errors } = await ask(integration, selection);
    assert.deepEqual(errors, []);
    assert.ok(!JSON.stringify(data).includes('Website'));
});

test('UI API: object info tells of no field, child or referenced object that the user may not read', async () => {
    const info = async (who: typeof rep, name: string): Promise<Row> =>
        (await who.call<Row>('GET', `ui-api/object-info/${name}`)).body;
    const names = (body: Row): readonly string[] => Object.keys(body.fields as object);
    assert.ok(!names(await info(integration, 'Contact')).includes('Birthdate'));
    assert.ok(names(await info(rep, 'Contact')).includes('Birthdate'));
    const children = async (who: typeof rep): Promise<readonly unknown[]> =>
        ((await info(who, 'Contact')).childRelationships as Row[]).map(({ childObjectApiName }) => childObjectApiName);
    assert.ok((await children(integration)).includes('Sona_Call__c'));
    assert.ok(!(await children(rep)).includes('Sona_Call__c'));
    const platform = await org.person('platform', { profile: 'Standard Platform User' });
    const task = (await info(platform, 'Task')).fields as Record<string, { referenceToInfos: Row[] }>;
    const about = task.WhoId?.referenceToInfos.map(({ apiName }) => apiName);
    assert.deepEqual(about, ['Contact'], 'leads are not for this profile');
    assert.equal((await rep.call('GET', 'ui-api/object-info/Sona_Call__c')).status, 404);
});

test('UI API: a record shows no hidden field, of itself or of a parent', async () => {
    const outcome = (who: typeof rep, fields: string): Promise<string> =>
        who.outcome('GET', `ui-api/records/${contact}?fields=${fields}`);
    assert.equal(await outcome(integration, 'Contact.Birthdate'), 'INVALID_FIELD');
    assert.equal(await outcome(integration, 'Contact.Account.Website'), 'INVALID_FIELD');
    assert.equal(await outcome(integration, 'Contact.Account.Name'), '200');
    const { body } = await integration.call<{ fields: object }>(
        'GET',
        `ui-api/records/${contact}?fields=Contact.LastName&optionalFields=Contact.Birthdate`
    );
    assert.deepEqual(Object.keys(body.fields), ['LastName']);
    assert.equal(
        (await rep.call('GET', 'ui-api/object-info/Contact/picklist-values/012000000000000AAA/LeadSource')).status,
        200
    );
    assert.equal(
        (await integration.call('GET', 'ui-api/object-info/Contact/picklist-values/012000000000000AAA/LeadSource'))
            .status,
        400
    );
});

test('SOQL and SOSL: hidden objects and fields are not reached through others, nor found by what they hold', async () => {
    const nobody = await org.person('tasks-only', {
        profile: 'Minimum Access - API Only Integrations',
        permissionSets: ['Lead_Address']
    });
    const refused = async (who: typeof rep, soql: string): Promise<string> =>
        who.outcome('GET', `query?q=${encodeURIComponent(soql)}`);
    assert.equal(await refused(integration, 'SELECT Account.Website FROM Contact'), 'INVALID_FIELD');
    assert.equal(await refused(integration, 'SELECT Id FROM Contact WHERE Account.Website != null'), 'INVALID_FIELD');
    assert.equal(await refused(rep, 'SELECT Id, (SELECT Id FROM Sona_Calls__r) FROM Contact'), 'INVALID_FIELD');
    await org.create('Lead', { LastName: 'Phoned', Company: 'y', Phone: '5145550177' });
    const sosl = (who: typeof rep) =>
        who.call<{ searchRecords: Row[] }>(
            'GET',
            `search?q=${encodeURIComponent('FIND {5145550177} RETURNING Lead(Id)')}`
        );
    assert.equal((await sosl(rep)).body.searchRecords.length, 1);
    assert.equal((await sosl(nobody)).body.searchRecords.length, 0);
});
