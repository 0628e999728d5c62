import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberships, userOf, type Membership } from '../../src/application/memberships.ts';
import { KEYS } from '../../src/contracts/key-value.ts';
import type { OrgRight } from '../../src/contracts/rights/org-rights.ts';
import { ADMIN_ID, ORG_ID } from './fakes/salesforce.ts';
import { world } from './fakes/world.ts';

const WHO = { userId: ADMIN_ID, organizationId: ORG_ID };
const OTHER_ORG = '00D000000000009AAA';
const OF_ENVIRONMENT = {
    SALESFORCE_LOGIN_URL: 'https://acme.my.salesforce.com',
    SALESFORCE_CLIENT_ID: 'integration',
    SALESFORCE_CLIENT_SECRET: 'secret',
    QUO_API_KEY: 'key-of-the-workspace',
    QUO_WEBHOOK_KEYS: `whsec_${Buffer.alloc(32, 3).toString('base64')}`
};

const ids = (found: readonly Membership[]): readonly string[] => found.map(({ id }) => id);

test('whoever is of an org is of every connection of it, however its id is written, and of no other', async () => {
    const it = world();
    await it.connect('first');
    await it.connect('second');
    const { salesforce } = it.context.connections.opened('first')?.settings ?? {};
    assert.ok(salesforce);
    await it.connect('elsewhere', { salesforce: { ...salesforce, organizationId: OTHER_ORG } });
    await it.add('nowhere');
    assert.deepEqual(ids(await memberships(it.context, WHO)), ['first', 'second']);
    const short = { ...WHO, organizationId: ORG_ID.slice(0, 15) };
    assert.deepEqual(ids(await memberships(it.context, short)), ['first', 'second']);
    assert.deepEqual(ids(await memberships(it.context, { ...WHO, organizationId: '00D000000000008AAA' })), []);
});

test('a membership carries the namespace under which that org has the package', async () => {
    const it = world();
    await it.connect('plain');
    const { salesforce } = it.context.connections.opened('plain')?.settings ?? {};
    assert.ok(salesforce);
    await it.connect('packaged', { salesforce: { ...salesforce, namespace: 'quo' } });
    await it.add('ended', { salesforce: { ...salesforce, namespace: 'before', connected: false } });
    const found = await memberships(it.context, WHO);
    assert.deepEqual(
        found.map(({ id, namespace }) => [id, namespace]),
        [
            ['plain', undefined],
            ['packaged', 'quo'],
            ['ended', 'before']
        ]
    );
});

test('an org that the environment names is asked which it is, once it is not known; then that is remembered', async () => {
    const it = world({}, OF_ENVIRONMENT);
    await it.add('default');
    let asked = 0;
    it.salesforce.administration.identity = async () => {
        asked += 1;
        return { organizationId: ORG_ID, instanceUrl: 'https://acme.my.salesforce.com' };
    };
    assert.deepEqual(ids(await memberships(it.context, WHO)), ['default']);
    assert.deepEqual(ids(await memberships(it.context, { ...WHO, organizationId: OTHER_ORG })), []);
    assert.equal(asked, 2);
    await it.store.memory.set('default', KEYS.organization, ORG_ID);
    assert.deepEqual(ids(await memberships(it.context, WHO)), ['default']);
    assert.equal(asked, 2, 'what is known is not asked');
});

test('an org that cannot say which it is lets nobody in as its member, and keeps nobody out of another', async () => {
    const it = world({}, OF_ENVIRONMENT);
    await it.add('default');
    await it.connect('acme');
    it.salesforce.administration.identity = () => Promise.reject(new Error('down'));
    assert.deepEqual(ids(await memberships(it.context, WHO)), ['acme']);
});

test('a user has the rights that their orgs prove, connection by connection, and of the unproven none', () => {
    const proven = (...rights: OrgRight[]) => ({ isActive: true, rights, provenAtMs: 0 });
    const found: readonly Membership[] = [
        { id: 'one', namespace: undefined, proven: proven('admin') },
        { id: 'two', namespace: undefined, proven: proven('viewer') },
        { id: 'three', namespace: undefined, proven: proven() },
        { id: 'four', namespace: undefined, proven: undefined }
    ];
    const identity = { ...WHO, username: 'marie@acme.example' };
    assert.deepEqual(userOf(identity, found, false), {
        ...{ actor: 'marie@acme.example', identity: WHO },
        ...{ admin: ['one'], viewer: ['two'], member: ['one', 'two', 'three', 'four'] }
    });
    assert.equal(userOf(identity, found, true).admin, 'all');
    assert.deepEqual(userOf(identity, [], false).member, []);
});
