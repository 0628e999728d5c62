import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectOrg } from '../../../src/salesforce/org.ts';
import { sizesByOrg } from '../../../src/salesforce/records/collection-sizes.ts';
import { collectionsOrg } from './collections.ts';
import { task, sonaCall } from './drafts.ts';
import { refusal, SETTINGS } from './fake-org.ts';

const LIMIT = {
    statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    message: 'CallTrigger: execution of AfterInsert caused by: System.LimitException: Too many SOQL queries: 101'
};
const many = (count: number) => Array.from({ length: count }, (_, n) => task(`call_${n}`));

/** An org whose trigger on Task takes so many records in one transaction. */
const withTrigger = (most: number) =>
    collectionsOrg((_, { records, path }) =>
        path.includes('/Task/') && records.length > most ? { error: LIMIT } : { created: true }
    );

test('a collection that is too much for the org’s triggers is sent in smaller ones until all is written', async () => {
    const fake = withTrigger(20);
    const results = await connectOrg(SETTINGS, fake.dependencies).write(many(200));
    assert.equal(results.filter(({ ok }) => ok).length, 200);
    assert.ok(Math.min(...fake.collections.map(({ records }) => records.length)) > 1);
});

test('the size that went through is remembered: the next write begins with it', async () => {
    const fake = withTrigger(30);
    const org = connectOrg(SETTINGS, fake.dependencies);
    await org.write(many(200));
    const before = fake.collections.length;
    const results = await org.write(many(200));
    assert.ok(results.every(({ ok }) => ok));
    assert.ok(fake.collections.slice(before).every(({ records }) => records.length <= 30));
});

test('other objects keep their size', async () => {
    const fake = withTrigger(1);
    const org = connectOrg(SETTINGS, fake.dependencies);
    await org.write(many(8));
    const before = fake.collections.length;
    await org.write(Array.from({ length: 40 }, (_, n) => sonaCall(`AC${n}`)));
    assert.deepEqual(
        fake.collections.slice(before).map(({ records }) => records.length),
        [40]
    );
});

test('a record that fails even alone is the org’s to cure', async () => {
    const fake = withTrigger(0);
    const [result] = await connectOrg(SETTINGS, fake.dependencies).write(many(1));
    assert.ok(result?.ok === false);
    assert.deepEqual([result.remedy, result.note.code], ['park', 'SF-AUTOMATION']);
});

test('what no split cures in one write goes on in the next, and is never parked unsplit', async () => {
    const fake = withTrigger(1);
    const org = connectOrg(SETTINGS, fake.dependencies);
    let left = many(200);
    for (let round = 0; round < 4 && left.length > 0; round += 1) {
        const results = await org.write(left);
        assert.ok(results.every((result) => result.ok || result.remedy === 'retry'));
        left = left.filter((_, n) => results[n]?.ok !== true);
    }
    assert.deepEqual(left, []);
});

test('no write sets an assignment rule going: a call must not take a lead from its owner', async () => {
    const fake = collectionsOrg();
    const org = connectOrg(SETTINGS, fake.dependencies);
    await org.write([task('alone')]);
    await org.write([task('together'), sonaCall('AC1')]);
    assert.deepEqual(
        fake.asked.map(({ headers }) => headers.get('sforce-auto-assign')),
        ['FALSE', 'FALSE']
    );
    const { compositeRequest } = fake.asked[1]?.body as { compositeRequest: { httpHeaders: unknown }[] };
    for (const { httpHeaders } of compositeRequest) assert.deepEqual(httpHeaders, { 'Sforce-Auto-Assign': 'FALSE' });
});

for (const code of [
    'INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE',
    'API_TEMPORARILY_UNAVAILABLE',
    'QUERY_TIMEOUT',
    'CONCURRENT_REQUESTS_LIMIT_EXCEEDED'
]) {
    test(`${code} passes: a record that meets it is tried again`, async () => {
        const fake = collectionsOrg(() => ({ error: { statusCode: code } }));
        const [result] = await connectOrg(SETTINGS, fake.dependencies).write(many(1));
        assert.ok(result?.ok === false && result.remedy === 'retry');
    });

    test(`${code} of the whole request passes: the connection waits`, async () => {
        const fake = collectionsOrg(
            () => ({}),
            () => ({ status: 400, body: refusal(code, 'later') })
        );
        await assert.rejects(connectOrg(SETTINGS, fake.dependencies).write(many(1)), { kind: 'retry' });
    });
}

const keysOf = (records: readonly Record<string, unknown>[]): string[] =>
    records.map((record) => String(record['Quo_Key__c']));

for (const statusCode of ['UNKNOWN_EXCEPTION', 'SOMETHING_NEW'])
    test(`a collection that was refused as a whole (${statusCode}) is never sent again as it was`, async () => {
        const fake = collectionsOrg(
            () => ({ created: true }),
            ({ records }) =>
                records.length > 1 ? { status: 400, body: refusal(statusCode, 'not together') } : undefined
        );
        const org = connectOrg(SETTINGS, fake.dependencies);
        let left = many(100);
        for (let round = 0; round < 20 && left.length > 0; round += 1) {
            const results = await org.write(left).catch(() => []);
            left = left.filter((_, n) => results[n]?.ok !== true);
        }
        assert.deepEqual(left, []);
        const sent = fake.collections.map(({ records }) => keysOf(records).toSorted().join());
        assert.equal(new Set(sent).size, sent.length);
    });

test('a record that was refused together with others goes with them again once it is written', async () => {
    let isBusy = true;
    const fake = collectionsOrg(
        () => ({ created: true }),
        ({ records }) =>
            isBusy && records.length > 1 ? { status: 400, body: refusal('UNKNOWN_EXCEPTION', 'busy') } : undefined
    );
    const org = connectOrg(SETTINGS, fake.dependencies);
    await assert.rejects(org.write(many(8)), { kind: 'retry' });
    isBusy = false;
    assert.ok((await org.write(many(8))).every(({ ok }) => ok));
    const before = fake.collections.length;
    await org.write(many(8));
    assert.equal(fake.collections.length - before, 1);
});

test('what is known of an org’s automation is known still when choices are saved, and is not of another org', async () => {
    const fake = withTrigger(30);
    const sizes = sizesByOrg();
    const open = (loginUrl: string) =>
        connectOrg({ ...SETTINGS, loginUrl }, fake.dependencies, undefined, sizes('acme', loginUrl));
    await open(SETTINGS.loginUrl).write(many(200));
    const before = fake.collections.length;
    await open(SETTINGS.loginUrl).write(many(200));
    assert.ok(fake.collections.slice(before).every(({ records }) => records.length <= 30));
    assert.equal(sizes('acme', 'https://other.my.salesforce.com').mostOf('Task'), 200);
});
