import { KEYS } from '../../src/contracts/key-value.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CALL, callComes, connected, taskIsThere, tasks, until, type Connected } from './connected.ts';

/** What the page of preferences sends when nobody touches it, as far as it matters here. */
const FORM = {
    'all-inboxes': 'on',
    logCalls: 'on',
    logMessages: 'on',
    summaries: 'on',
    sona: 'on',
    syncContacts: 'on-call'
};

async function quoUser({ admin, base, stand, id }: Connected, first: string): Promise<string> {
    await admin.get(`${base}/preferences`);
    const known = await stand.database.store.memory.get(id, KEYS.quoUsers);
    return known?.value.find(({ firstName }) => firstName === first)?.id ?? '';
}

async function saved({ stand, id }: Connected): Promise<Record<string, unknown>> {
    const row = await stand.database.store.connections.get(id);
    return row?.settings['preferences'] as Record<string, unknown>;
}

test('a Quo user who is paired by hand owns their calls, also those that were logged before', async (t) => {
    const all = await connected(t);
    const { admin, base, stand } = all;
    const paul = await quoUser(all, 'Paul');
    assert.match(admin.page(), /Salesforce user of Paul/);
    const call = { ...CALL, answeredBy: 'paul' };
    await callComes(all, 'first', call);
    await taskIsThere(all);
    const luc = stand.ids['user-luc'] ?? '';
    const owner = async (): Promise<string | undefined> => (await tasks(all))[0]?.['OwnerId'];
    assert.notEqual(await owner(), luc);
    const after = await admin.submit(`${base}/preferences`, { ...FORM, [`users.${paul}`]: luc });
    assert.match(after.text, /New calls and texts follow these choices/);
    assert.match(after.text, /6 of 7 Quo users belong to a Salesforce user/);
    assert.deepEqual((await saved(all))['users'], { [paul]: luc });
    await admin.submit(`${base}/preferences/again`, { days: '7', do: 'apply' });
    await until(async () => (await owner()) === luc);
    await admin.get(`${base}/preferences`);
    const again = await admin.submit(`${base}/preferences`, { ...FORM, [`users.${paul}`]: luc, language: 'en' });
    assert.match(again.text, new RegExp(`value="${luc}"\\s+selected`));
});

test('a user who is not active is refused beside the chooser, and everything typed is kept', async (t) => {
    const all = await connected(t);
    const { admin, base, stand, id } = all;
    const paul = await quoUser(all, 'Paul');
    const { memory } = stand.database.store;
    const users = (await memory.get(id, KEYS.orgUsers))?.value ?? [];
    const gone = users[0];
    assert.ok(gone);
    await memory.set(id, KEYS.orgUsers, [{ ...gone, isActive: false }, ...users.slice(1)]);
    const refused = await admin.submit(`${base}/preferences`, {
        ...FORM,
        [`users.${paul}`]: gone.id,
        timeZone: 'Mars/Olympus',
        ignoredNumbers: '12',
        apiBudget: 'a lot'
    });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Nothing was saved: 4 values need another look/);
    assert.ok(refused.text.includes(`${gone.name} is not active in Salesforce and can own nothing`));
    for (const typed of ['value="Mars/Olympus"', '12</textarea', 'value="a lot"', `value="${gone.id}" selected`])
        assert.ok(refused.text.replaceAll(/\s+/g, ' ').includes(typed), typed);
    assert.match(refused.text, /“Mars\/Olympus” is not a time zone\. Use a name like America\/Toronto/);
    assert.match(refused.text, /id="field-timeZone"[^>]*aria-invalid="true"/);
    assert.deepEqual(await saved(all), {});
    const nobody = await admin.submit(`${base}/preferences`, { ...FORM, [`users.${paul}`]: 'who@nowhere.example' });
    assert.match(nobody.text, /Salesforce has no user “who@nowhere.example”/);
});

test('a queue is chosen to own what nobody was found for, and the next such call is its', async (t) => {
    const all = await connected(t);
    const { admin, base } = all;
    const page = (await admin.get(`${base}/preferences`)).text.replaceAll(/\s+/g, ' ');
    const select = /<select[^>]* name="unmatchedOwner".*?<\/select>/.exec(page)?.[0] ?? '';
    const [, queue = ''] = /<optgroup label="Queues"> ?<option value="(00G\w+)"/.exec(select) ?? [];
    assert.notEqual(queue, '', select);
    assert.doesNotMatch(/<select[^>]* name="fallbackOwner".*?<\/select>/.exec(page)?.[0] ?? '', /Queues/);
    await admin.submit(`${base}/preferences`, { ...FORM, unmatchedOwner: queue });
    assert.equal((await saved(all))['unmatchedOwner'], queue);
    await callComes(all, 'first', { ...CALL, who: ['+15815550501'] });
    await taskIsThere(all);
    assert.equal((await tasks(all))[0]?.['OwnerId'], queue);
});

test('phone fields, fields for Sona’s answers and the filter are chosen among what the org has', async (t) => {
    const all = await connected(t);
    const { admin, base } = all;
    const page = await admin.get(`${base}/preferences`);
    const fields = [...page.text.matchAll(/<option value="(\w+__c)"/g)].map(([, name]) => name);
    const field = fields.find((name) => name === 'Caller_Name__c') ?? '';
    assert.notEqual(field, '');
    assert.ok(!fields.includes('Quo_Call_Id__c'), 'the key is not offered');
    const chosen = {
        ...FORM,
        'sonaFields.0.job': 'Take a message',
        'sonaFields.0.question': 'Your name',
        'sonaFields.0.field': field,
        'contactFilter.objects': ['Contact', 'Lead'],
        'contactFilter.rows.0.field': 'company',
        'contactFilter.rows.0.value': 'Acme'
    };
    await admin.submit(`${base}/preferences`, chosen);
    const { sonaFields, contactFilter } = await saved(all);
    assert.deepEqual(
        (sonaFields as { job: string; question: string; field: string; length?: number }[]).map(
            ({ length, ...one }) => [one, typeof length]
        ),
        [[{ job: 'Take a message', question: 'Your name', field }, 'number']]
    );
    assert.deepEqual(contactFilter, { objects: ['Contact', 'Lead'], fields: { company: ['Acme'] } });
    const more = await admin.submit(`${base}/preferences`, { ...chosen, do: 'more-answers' });
    assert.match(more.text, /name="sonaFields\.4\.job"/);
    const half = await admin.submit(`${base}/preferences`, {
        ...chosen,
        'sonaFields.0.field': '',
        'contactFilter.rows.0.value': ''
    });
    assert.match(half.text, /This is needed\. Fill it in, or empty the whole row/);
    assert.match(half.text, /A condition is not complete/);
    const gone = await admin.submit(`${base}/preferences`, { ...chosen, 'sonaFields.0.field': 'Nowhere__c' });
    assert.match(gone.text, /The org has no field Nowhere__c/);
});
