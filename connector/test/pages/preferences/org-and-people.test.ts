import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { FillableField, OrgFields } from '../../../src/contracts/org-administration.ts';
import type { OrgUser, QuoUser } from '../../../src/domain/workspace.ts';
import { opened, type Opened } from '../opened.ts';
import { choose, sendAgain, valueOf } from './choices.ts';

const user = (n: number, more: Partial<OrgUser> = {}): OrgUser => ({
    ...{
        id: `005${String(n).padStart(12, '0')}AAA`,
        name: `User ${n}`,
        email: `user${n}@acme.example`,
        isActive: true
    },
    ...more
});
const fillable = (name: string, shape: Partial<FillableField['shape']> = {}, isRequired = false): FillableField => ({
    ...{ name, label: `The ${name}`, isRequired },
    shape: { type: 'string', length: 40, isWritable: true, ...shape }
});
const phone = (name: string) => ({ name, label: `The ${name}`, type: 'phone', length: 40 });

interface Org {
    readonly users?: readonly OrgUser[];
    readonly quoUsers?: readonly QuoUser[];
    readonly queues?: readonly { readonly id: string; readonly name: string }[];
    readonly fields?: Partial<OrgFields>;
}

function inOrg(
    t: TestContext,
    { users = [], quoUsers, queues = [], fields = {} }: Org,
    preferences: object = {}
): Promise<Opened> {
    return opened(t, {
        settings: { preferences: preferences as Readonly<Record<string, unknown>> },
        change: ({ salesforce, quo }) => {
            if (quoUsers !== undefined) quo.users = quoUsers;
            salesforce.administration = {
                ...salesforce.administration,
                users: async () => users,
                queues: async () => queues,
                fields: async () => ({
                    ...{ phones: { Contact: [], Lead: [], Account: [] }, sona: [], filter: [] },
                    fillable: { Task: [], Lead: [] },
                    ...fields
                })
            };
        }
    });
}
const saved = ({ it }: Opened): unknown => it.settings('acme')['preferences'];

test('everybody in Quo who is nobody in Salesforce is shown first, each with a chooser, and one who is paired by email below', async (t) => {
    const quoUsers = [
        { id: 'US1', email: 'user1@acme.example', firstName: 'Marie' },
        { id: 'US2', firstName: 'Luc', lastName: 'Roy' },
        { id: 'US3' }
    ];
    const one = await inOrg(t, { users: [user(1), user(2)], quoUsers });
    const text = await one.read('/preferences');
    assert.match(text, /1 of 3/);
    assert.match(text, /Luc Roy.*US3.*Marie/);
    await sendAgain(one, { 'users.US2': user(2).id });
    assert.deepEqual(saved(one), { users: { US2: user(2).id } });
});

test('a pair whose Salesforce user left is told as such, and stays chosen until somebody chooses another one', async (t) => {
    const users = [user(1), user(2, { isActive: false })];
    const pairs = { users: { US1: user(2).id } };
    const one = await inOrg(t, { users, quoUsers: [{ id: 'US1', firstName: 'Marie' }] }, pairs);
    await one.read('/preferences');
    assert.equal(valueOf(one, 'users.US1'), user(2).id);
    assert.match(one.admin.page(), /aria-invalid="true"/);
    await sendAgain(one, { 'users.US1': user(1).id });
    assert.deepEqual(saved(one), { users: { US1: user(1).id } });
});

const MANY = Array.from({ length: 301 }, (_, n) => user(n + 1));

test('in an org of many users an owner is typed by email among suggestions, and one that is not there is refused', async (t) => {
    const one = await inOrg(t, { users: MANY });
    await one.read('/preferences');
    assert.match(one.admin.page(), /<datalist id="org-users">/);
    await sendAgain(one, { fallbackOwner: 'nobody@acme.example' });
    assert.deepEqual(saved(one), {});
    assert.equal(valueOf(one, 'fallbackOwner'), 'nobody@acme.example');
    await sendAgain(one, { fallbackOwner: 'user300@acme.example', leadSource: 'x' });
    assert.deepEqual(saved(one), { fallbackOwner: 'user300@acme.example', leadSource: 'x' });
});

test('a page that is sent back untouched changes nothing either where users are typed by email', async (t) => {
    const queue = { id: '00G000000000001AAA', name: 'Front desk' };
    const before = {
        ...{ fallbackOwner: user(7).id, unmatchedOwner: queue.id, inboxOwners: { PN1: user(8).id } },
        users: { US1: user(9).id }
    };
    const one = await inOrg(t, { users: MANY, queues: [queue] }, before);
    await choose(one, {});
    assert.deepEqual(saved(one), before);
});

test('a queue is offered for what is unmatched, and nowhere else', async (t) => {
    const one = await inOrg(t, { users: [user(1)], queues: [{ id: '00G000000000001AAA', name: 'Front desk' }] });
    await one.read('/preferences');
    assert.equal(one.admin.page().match(/<option value="00G000000000001AAA"/g)?.length, 1);
    await sendAgain(one, { unmatchedOwner: '00G000000000001AAA' });
    assert.deepEqual(saved(one), { unmatchedOwner: '00G000000000001AAA' });
});

test('a value for a field is chosen among those that the org has, kept with its type, and a required one is asked for', async (t) => {
    const values = [
        { value: 'CA', label: 'Canada' },
        { value: 'FR', label: 'France' }
    ];
    const Lead = [
        fillable('CountryCode', { type: 'picklist', values }, true),
        fillable('Hot__c', { type: 'boolean' }),
        fillable('Seats__c', { type: 'double', precision: 3, scale: 0 })
    ];
    const one = await inOrg(t, { fields: { fillable: { Task: [], Lead } } });
    assert.match(await one.read('/preferences'), /The CountryCode/);
    await sendAgain(one, { 'leadFields.0.field': 'CountryCode', do: 'more-defaults' });
    assert.match(one.admin.page(), /<option value="FR"/);
    await sendAgain(one, {
        ...{ 'leadFields.0.value': 'FR', 'leadFields.1.field': 'Hot__c', 'leadFields.1.value': 'true' },
        ...{ 'leadFields.2.field': 'Seats__c', 'leadFields.2.value': '12' }
    });
    assert.deepEqual(saved(one), {
        leadFields: [
            { field: 'CountryCode', value: 'FR' },
            { field: 'Hot__c', value: true },
            { field: 'Seats__c', value: 12 }
        ]
    });
});

test('a value that the field cannot hold is said beside it, and the rows stay as they were typed', async (t) => {
    const Lead = [fillable('Note__c', { length: 3 })];
    const one = await inOrg(t, { fields: { fillable: { Task: [], Lead } } });
    await choose(one, { 'leadFields.0.field': 'Note__c', 'leadFields.0.value': 'too long' });
    assert.deepEqual(saved(one), {});
    assert.equal(valueOf(one, 'leadFields.0.value'), 'too long');
    assert.match(one.admin.page(), /href="#[^"]*leadFields/);
});

test('a field that the org does not have any more is still shown where it was chosen, and can be taken away', async (t) => {
    const before = { leadFields: [{ field: 'Gone__c', value: 'x' }], phoneFields: { Contact: ['Old__c'] } };
    const fields = {
        fillable: { Task: [], Lead: [fillable('Note__c')] },
        phones: { Contact: [phone('New__c')], Lead: [], Account: [] }
    };
    const one = await inOrg(t, { fields }, before);
    assert.match(await one.read('/preferences'), /Old__c/);
    assert.equal(valueOf(one, 'leadFields.0.field'), 'Gone__c');
    await sendAgain(one, { 'leadFields.0.field': '', 'leadFields.0.value': '', 'phoneFields.Contact': ['New__c'] });
    assert.deepEqual(saved(one), { phoneFields: { Contact: ['New__c'] } });
});

test('a kind of activity that was chosen without a field or a value says nothing', async (t) => {
    const one = await inOrg(t, { fields: { fillable: { Task: [fillable('Type')], Lead: [] } } });
    await choose(one, { 'taskFields.0.on': 'call' });
    assert.deepEqual(saved(one), {});
});

test('an answer of Sona that lacks its question, or names a field that the org lacks, is said in its own row', async (t) => {
    const sona = [{ name: 'City__c', label: 'City', type: 'string', length: 40 }];
    const one = await inOrg(t, { fields: { sona } });
    await choose(one, { 'sonaFields.0.job': 'Intake', 'sonaFields.0.field': 'City__c' });
    assert.deepEqual(saved(one), {});
    assert.match(one.admin.page(), /href="#field-sonaFields\.0\.question"/);
    await sendAgain(one, { 'sonaFields.0.question': 'Where?' });
    assert.deepEqual(saved(one), {
        sonaFields: [{ job: 'Intake', question: 'Where?', field: 'City__c', length: 40 }]
    });
});

test('a filter of people is kept as it was typed: kinds, owners, and several values of one field', async (t) => {
    const one = await inOrg(t, { users: [user(1)] });
    await choose(one, {
        'contactFilter.objects': ['Contact', 'Lead'],
        'contactFilter.owners': [user(1).id],
        ...{ 'contactFilter.rows.0.field': 'company', 'contactFilter.rows.0.value': 'Acme', do: 'more-conditions' }
    });
    assert.deepEqual(saved(one), {});
    await sendAgain(one, { 'contactFilter.rows.1.field': 'company', 'contactFilter.rows.1.value': 'Érable' });
    assert.deepEqual(saved(one), {
        contactFilter: { objects: ['Contact', 'Lead'], owners: [user(1).id], fields: { company: ['Acme', 'Érable'] } }
    });
    await choose(one, {
        ...{ 'contactFilter.objects': undefined, 'contactFilter.owners': [''], 'contactFilter.rows.0.field': '' },
        ...{ 'contactFilter.rows.0.value': '', 'contactFilter.rows.1.field': '', 'contactFilter.rows.1.value': '' }
    });
    assert.deepEqual(saved(one), {});
});

test('half a condition is refused and stays as it was typed', async (t) => {
    const one = await inOrg(t, {});
    await choose(one, { 'contactFilter.rows.0.field': 'company' });
    assert.deepEqual(saved(one), {});
    assert.match(one.admin.page(), /href="#group-contactFilter"/);
    assert.equal(valueOf(one, 'contactFilter.rows.0.field'), 'company');
});

test('an inbox keeps its own time zone and owner, and another inbox has nothing of it', async (t) => {
    const one = await inOrg(t, { users: [user(1)] });
    await choose(one, { 'inboxTimeZones.PN1': 'Europe/Paris', 'inboxOwners.PN1': user(1).id });
    assert.deepEqual(saved(one), { inboxTimeZones: { PN1: 'Europe/Paris' }, inboxOwners: { PN1: user(1).id } });
    await choose(one, { 'inboxTimeZones.PN1': 'Mars' });
    assert.match(one.admin.page(), /href="#field-inboxTimeZones\.PN1"/);
    assert.equal(valueOf(one, 'inboxTimeZones.PN1'), 'Mars');
});
