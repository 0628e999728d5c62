import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameInOrg } from '../../../src/salesforce/namespace.ts';
import { recordsByNumber } from '../../../src/salesforce/records-by-number.ts';
import { task, transcript } from './drafts.ts';
import { record, simulatedOrg } from './simulated-org.ts';

const REP = { Username: 'rep@example.com', LastName: 'Rep', Email: 'rep@example.com' };
const FIELDS = { Subject: 'x', Status: 'Completed', Priority: 'Normal' };

test('whoever may not read transcripts owns none; the record is kept, and nobody asks each time', async () => {
    const world = await simulatedOrg();
    await world.seed([record('User', 'rep', REP)]);
    const rep = String((await world.records('User')).find(({ Username }) => Username === REP.Username)?.Id);
    const write = async (n: number) => {
        const before = world.org.calls();
        const results = await world.org.write([
            task(`call_AC${n}`, { fields: FIELDS }),
            transcript(`transcript_AC${n}_1`, { Name: 'x', OwnerId: rep })
        ]);
        return { results, calls: world.org.calls() - before };
    };
    const first = await write(1);
    assert.deepEqual(
        first.results.map((result) => result.ok && (result.without ?? [])),
        [[], ['OwnerId']]
    );
    const [kept] = await world.records('Quo_Transcript__c');
    assert.notEqual(kept?.OwnerId, rep);
    const second = await write(2);
    assert.deepEqual(
        second.results.map((result) => result.ok && (result.without ?? [])),
        [[], ['OwnerId']]
    );
    assert.equal(second.calls, 1, 'the Task and what was said go in one request');
});

test('an org without the object says so, and takes its Tasks', async () => {
    const world = await simulatedOrg();
    assert.deepEqual(await world.org.transcriptAccess?.(), []);
    await world.control('POST', '/permission-sets', { names: ['Quo_Integration_Standard'] });
    assert.deepEqual(await world.org.transcriptAccess?.(), ['Quo_Transcript__c']);
    const [result] = await world.org.write([transcript('transcript_AC1_1', { Name: 'x' })]);
    assert.equal(result?.ok, false, 'one record is refused, and the flush goes on');
});

test('what was said with a number is found by the number, where the package has transcripts', async () => {
    const world = await simulatedOrg();
    const name = nameInOrg(undefined);
    const number = '+15145550123';
    const [made] = await world.org.write([
        transcript('transcript_AC1_1', { Name: 'x', External_Number__c: number }),
        transcript('transcript_AC2_1', { Name: 'x', External_Number__c: '+15145550124' })
    ]);
    assert.ok(made?.ok);
    assert.deepEqual(await recordsByNumber(world.session, number, name), [
        { object: 'Quo_Transcript__c', salesforceId: made.id }
    ]);
    await world.org.remove('Quo_Transcript__c', [made.id]);
    assert.deepEqual(await recordsByNumber(world.session, number, name), []);
});
