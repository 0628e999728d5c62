import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOrg } from '../../../src/salesforce/checks/check-org.ts';
import { ownPackage } from 'salesforce-simulator/test/own-package.ts';
import { lead, sonaAnswer, sonaCall, task, transcript } from './drafts.ts';
import { record, simulatedOrg } from './simulated-org.ts';

/**
 * The integration user as the set-up guide makes it, in a private org: the API-only profile, two permission sets, a role
 * above the reps'.
 */
const PRIVATE = {
    Account: 'Private',
    Contact: 'Private',
    Lead: 'Private',
    Opportunity: 'Private',
    Case: 'Private',
    Activity: 'Private'
};
const world = await simulatedOrg({ sharing: PRIVATE });
const OwnerId = '@rep';
const REP = { Username: 'rep@example.com', LastName: 'Rep', Email: 'r@example.com', Alias: 'rep' };
await world.seed([
    record('User', 'rep', REP),
    record('Account', 'acme', { OwnerId, Name: 'Acme', Phone: '+1 514 555 0100' }),
    record('Contact', 'jean', { OwnerId, LastName: 'Tremblay', MobilePhone: '+1 514 555 0101', AccountId: '@acme' }),
    record('Opportunity', 'roof', {
        OwnerId,
        Name: 'Toit',
        StageName: 'Prospecting',
        CloseDate: '2030-01-31',
        AccountId: '@acme'
    }),
    record('OpportunityContactRole', 'role', { OpportunityId: '@roof', ContactId: '@jean' })
]);

test('the rights that the guide assigns satisfy every check', async () => {
    const wishes = {
        sona: true,
        transcripts: true,
        leads: true,
        related: ['Opportunity', 'Case'] as const,
        phoneFields: {}
    };
    const checks = await checkOrg(world.session, world.settings, wishes);
    assert.deepEqual(
        checks.filter(({ state }) => state !== 'ok'),
        []
    );
});

test('with them everybody is found, with accounts and open opportunities', async () => {
    const [person] = await world.org.findByNumbers(['+15145550101']);
    assert.equal(person?.name, 'Tremblay');
    const seen: string[] = [];
    await world.org.changes({}, async (change) => void seen.push(...Object.keys(change)));
    assert.ok(seen.length > 0);
});

test('with them every record is written, changed, found again and removed', async () => {
    const first = await world.org.write([
        task('call_1'),
        sonaCall('AC1'),
        sonaAnswer('AC1_1', 'AC1'),
        transcript('transcript_AC1_1', { Name: 'Jean - 2026-11-20 11:00' }),
        lead('+15145550199')
    ]);
    assert.deepEqual(
        first.filter(({ ok }) => !ok),
        []
    );
    const [made] = first;
    assert.ok(made?.ok);
    const [again] = await world.org.write([
        task('call_1', { salesforceId: made.id, fields: { Subject: 'Appel manqué' } })
    ]);
    assert.ok(again?.ok && again.id === made.id);
    assert.deepEqual(await world.org.idsOf('Task', ['call_1']), [made.id]);
    const touched = await world.org.touchedTasks('2000-01-01T00:00:00Z');
    assert.deepEqual(
        [...new Set(touched.map(({ object = 'Task' }) => object))],
        ['Task', 'Sona_Call__c', 'Sona_Answer__c', 'Quo_Transcript__c']
    );
    await world.org.remove('Task', [made.id]);
    assert.equal((await world.org.idsOf('Task', ['call_1'])).length, 0);
});

test('with them a lead that was given to a rep is still found, and its activities are written', async () => {
    const [made] = await world.org.write([lead('+15145550177')]);
    assert.ok(made?.ok);
    await world.session.request({
        method: 'PATCH',
        path: `${world.session.root}/sobjects/Lead/${made.id}`,
        body: { OwnerId: await repOf(world) }
    });
    assert.equal((await world.org.findByNumbers(['+15145550177'])).length, 1);
    const [task1] = await world.org.write([task('call_lead', { fields: { Subject: 'x', WhoId: made.id } })]);
    assert.ok(task1?.ok, JSON.stringify(task1));
    const [again] = await world.org.write([lead('+15145550177')]);
    assert.ok(again?.ok, JSON.stringify(again));
});

const repOf = async ({ records }: Pick<typeof world, 'records'>): Promise<string> =>
    String((await records('User')).find(({ Username }) => Username === 'rep@example.com')?.Id);

test('with them a Task that was given to a rep is changed later; without a role above the rep, Salesforce refuses', async () => {
    const { username, profile, permissionSets } = ownPackage().runAs;
    const other = await simulatedOrg({ sharing: PRIVATE, runAs: { username, profile, permissionSets } });
    await other.seed([record('User', 'rep', REP)]);
    const outcomes = [];
    for (const one of [world, other]) {
        const fields = { Subject: 'x', OwnerId: await repOf(one) };
        const [made] = await one.org.write([task('call_given', { fields })]);
        assert.ok(made?.ok, JSON.stringify(made));
        const later = { salesforceId: made.id, fields: { Description: 'Recording: …' } };
        outcomes.push((await one.org.write([task('call_given', later)]))[0]);
    }
    const [changed, left] = outcomes;
    assert.ok(changed?.ok, JSON.stringify(changed));
    assert.ok(left?.ok === false);
    assert.match(left.note.seen ?? '', /INSUFFICIENT_ACCESS/);
});

test('with them users and the words for tasks are read', async () => {
    assert.ok((await world.org.users()).length > 0);
    assert.equal((await world.org.vocabulary()).closedStatus, 'Completed');
});
