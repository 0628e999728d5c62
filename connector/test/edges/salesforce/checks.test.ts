import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOrg } from '../../../src/salesforce/checks/check-org.ts';
import { needs } from '../../../src/salesforce/checks/needs.ts';
import { openSession } from '../../../src/salesforce/rest/session.ts';
import { fakeOrg, refusal, SETTINGS, type Reply } from './fake-org.ts';
import { answering, EVERYTHING, healthyOrg, problems, sets, type Described } from './healthy-org.ts';

for (const namespace of [undefined, 'quo'])
    test(`an org where everything is right has nothing to put right (namespace: ${namespace})`, async () => {
        const org = answering(healthyOrg(namespace), (path) =>
            path.includes('/tooling/') ? installed('quo') : undefined
        );
        const session = openSession(SETTINGS, org.dependencies);
        const list = await checkOrg(session, { namespace }, EVERYTHING);
        assert.ok(list.every(({ state, note }) => state === 'ok' && note === undefined));
        const seen = Object.fromEntries(list.map((check) => [check.id, check.seen]));
        assert.equal(seen['sign-in'], 'Enterprise Edition, sandbox');
        assert.equal(seen.package, namespace === undefined ? 'deployed as source' : '1.4.0');
        assert.equal(seen['api calls'], '18/15000');
        assert.equal(session.calls(), namespace === undefined ? 3 : 4);
    });

const installed = (NamespacePrefix: string): Reply => ({
    body: {
        records: [
            {
                SubscriberPackage: { NamespacePrefix, Name: 'Quo' },
                SubscriberPackageVersion: { MajorVersion: 1, MinorVersion: 4, PatchVersion: 0 }
            }
        ]
    }
});

/** What is wrong in the org, and the line that says so. */
const FAULTS: readonly (readonly [string, (org: ReturnType<typeof healthyOrg>) => void, string])[] = [
    [
        'tasks cannot be created',
        (org) => set(org, 'Task', { createable: false }),
        'failed object Task: SF-OBJECT-RIGHT'
    ],
    [
        'tasks cannot be deleted',
        (org) => set(org, 'Task', { deletable: false }),
        'warning object Task: SF-OBJECT-RIGHT'
    ],
    ['Sona objects are not there', (org) => org.delete('Sona_Call__c'), 'failed object Sona_Call__c: SF-PACKAGE-OLD'],
    [
        'an older package has no transcripts: the connector works with less',
        (org) => org.delete('Quo_Transcript__c'),
        'warning object Quo_Transcript__c: SF-PACKAGE-OLD'
    ],
    [
        'a field of transcripts cannot be written: the connector works with less',
        (org) => field(org, 'Quo_Transcript__c', 'Lines__c', { createable: false }),
        'warning field Quo_Transcript__c.Lines__c: SF-FIELD-RIGHT'
    ],
    ['contacts are hidden', (org) => org.delete('Contact'), 'failed object Contact: SF-OBJECT-MISSING'],
    [
        'an older package',
        (org) => org.get('Task')?.fields.delete('Quo_Hour__c'),
        'failed field Task.Quo_Hour__c: SF-PACKAGE-OLD'
    ],
    [
        'a field is read-only',
        (org) => field(org, 'Task', 'Quo_Inbox__c', { updateable: false }),
        'failed field Task.Quo_Inbox__c: SF-FIELD-RIGHT'
    ],
    [
        'a phone field is not there',
        (org) => org.get('Contact')?.fields.delete('Direct_Line__c'),
        'warning field Contact.Direct_Line__c: SF-FIELD-UNREAD'
    ],
    [
        'the key is not unique',
        (org) => field(org, 'Task', 'Quo_Key__c', { unique: false }),
        'failed field Task.Quo_Key__c: SF-KEY-NOT-UNIQUE'
    ],
    ['leads cannot be created', (org) => set(org, 'Lead', { createable: false }), 'failed object Lead: SF-OBJECT-RIGHT']
];

function set(org: ReturnType<typeof healthyOrg>, object: string, rights: Partial<Described>): void {
    Object.assign(org.get(object) ?? {}, rights);
}
function field(
    org: ReturnType<typeof healthyOrg>,
    object: string,
    name: string,
    rights: Record<string, unknown>
): void {
    Object.assign(org.get(object)?.fields.get(name) ?? {}, rights);
}

for (const [what, breakIt, line] of FAULTS)
    test(`${what}: ${line}`, async () => {
        const org = healthyOrg();
        breakIt(org);
        assert.deepEqual(await problems(org), [line]);
    });

test('a field that only an insert sets need not be writable afterwards', async () => {
    const org = healthyOrg();
    field(org, 'Task', 'TaskSubtype', { updateable: false });
    assert.deepEqual(await problems(org), []);
});

test('an org without the package says so first', async () => {
    const org = healthyOrg();
    for (const name of [...(org.get('Task')?.fields.keys() ?? [])].filter((name) => name.startsWith('Quo_')))
        org.get('Task')?.fields.delete(name);
    assert.equal((await problems(org, undefined, sets([], [])))[0], 'failed package: SF-PACKAGE-MISSING');
});

test('a package under another namespace is not taken for ours; a list that may not be read is no fault', async () => {
    assert.deepEqual(
        await problems(healthyOrg('quo'), 'quo', (path) =>
            path.includes('/tooling/') ? installed('other') : undefined
        ),
        ['warning package: SF-PACKAGE-MISSING']
    );
    const refused = { status: 403, body: refusal('INSUFFICIENT_ACCESS', 'no') };
    assert.deepEqual(
        await problems(healthyOrg('quo'), 'quo', (path) => (path.includes('/tooling/') ? refused : undefined)),
        []
    );
});

test('when nobody can sign in, that is the one thing to put right', async () => {
    const org = fakeOrg(
        () => ({}),
        () => ({ status: 400, body: { error: 'invalid_client', error_description: 'invalid client credentials' } })
    );
    const list = await checkOrg(openSession(SETTINGS, org.dependencies), {}, EVERYTHING);
    assert.deepEqual(
        list.map(({ id, state, note }) => [id, state, note?.code]),
        [['sign-in', 'failed', 'SF-CLIENT']]
    );
});

test('rights that nobody wishes are not asked for', () => {
    const wanted = needs({ sona: false, leads: false, related: [], phoneFields: {} });
    assert.deepEqual(
        wanted.map(({ object }) => object),
        ['Task', 'Contact', 'Account', 'Lead']
    );
    assert.ok(wanted.every(({ object, create }) => object === 'Task' || create !== true));
});
