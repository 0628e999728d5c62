import assert from 'node:assert/strict';
import { test } from 'node:test';
import { task } from './drafts.ts';
import { ACME, api, follower } from './acme.ts';
import { record, simulatedOrg } from './simulated-org.ts';

test('the directory loads everybody, then only what changed', async () => {
    const simulated = await simulatedOrg();
    const ids = await simulated.seed(ACME);
    const changes = follower(simulated);
    const loaded = await changes();
    const numbers = loaded.people.flatMap(({ name, numbers }) =>
        numbers.map(({ e164, extension, field }) => [name, e164, extension, field])
    );
    assert.deepEqual(numbers.sort(), [
        ['Acme', '+15145550100', undefined, 'Phone'],
        ['Gagnon', '+15145550199', undefined, 'Phone'],
        ['Luc Roy', '+33612345678', undefined, 'Phone'],
        ['Marie Tremblay', '+15145550123', '12', 'MobilePhone']
    ]);
    const marie = loaded.people.find(({ id }) => id === ids.marie);
    assert.deepEqual([marie?.company, marie?.accountId, marie?.lastName], ['Acme', ids.acme, 'Tremblay']);
    assert.deepEqual(
        loaded.related.map(({ id, contactIds, primaryContactId }) => [id, contactIds, primaryContactId]),
        [[ids.deal, [ids.marie], ids.marie]]
    );
    assert.deepEqual(Object.keys(loaded.highWater).sort(), [
        'Account',
        'Contact',
        'Lead',
        'Opportunity',
        'OpportunityContactRole'
    ]);

    // The overlap shows the whole load once more; from then on nothing.
    await changes();
    const quiet = simulated.org.calls();
    assert.deepEqual((await changes()).people, []);
    assert.equal(simulated.org.calls() - quiet, 1);

    await api(simulated, 'PATCH', `Contact/${String(ids.luc)}`, { Phone: null, MobilePhone: '438 555 0177' });
    await api(simulated, 'DELETE', `Lead/${String(ids.lead)}`);
    await api(simulated, 'DELETE', `OpportunityContactRole/${String(ids.role)}`);
    const after = await changes();
    assert.deepEqual(
        after.people.map(({ id, numbers }) => [id, numbers[0]?.e164]),
        [[ids.luc, '+14385550177']]
    );
    assert.deepEqual(after.gone, [{ id: ids.lead, into: undefined }]);
    assert.deepEqual(
        after.related.map(({ id, contactIds }) => [id, contactIds]),
        [[ids.deal, []]]
    );

    await api(simulated, 'PATCH', `Opportunity/${String(ids.deal)}`, { StageName: 'Closed Won' });
    assert.deepEqual((await changes()).goneRelated, [ids.deal]);
});

test('a directory of several pages is read whole', async () => {
    const simulated = await simulatedOrg();
    const count = 4_500;
    await simulated.seed(
        Array.from({ length: count }, (_, n) =>
            record('Contact', `c${n}`, { LastName: `C${n}`, Phone: `+1514555${String(n).padStart(4, '0')}` })
        )
    );
    const loaded = await follower(simulated)();
    assert.equal(new Set(loaded.people.map(({ id }) => id)).size, count);
    assert.equal(simulated.org.calls(), 2 + 2);
});

test('a merged contact is told with who stands for it', async () => {
    const simulated = await simulatedOrg();
    const changes = follower(simulated);
    await simulated.seed([
        record('Contact', 'early', { LastName: 'Early' }),
        record('Lead', 'l', { LastName: 'L', Company: 'X' })
    ]);
    await changes();
    const ids = await simulated.seed([
        record('Account', 'a', { Name: 'A' }),
        record('Contact', 'c', { LastName: 'C', AccountId: '@a' }),
        record('Contact', 'merged', { LastName: 'M', IsDeleted: true, MasterRecordId: '@c' })
    ]);
    const { gone } = await changes();
    assert.deepEqual(gone, [{ id: ids.merged, into: ids.c }]);
});

test('person accounts are one person each', async () => {
    const simulated = await simulatedOrg({ personAccounts: true });
    await simulated.seed([
        record('Account', 'p', { FirstName: 'Paule', LastName: 'Côté', PersonMobilePhone: '514 555 0123' })
    ]);
    const { people } = await follower(simulated)();
    assert.deepEqual(
        people.map(({ object, name, numbers }) => [object, name, numbers[0]?.field]),
        [['Account', 'Paule Côté', 'PersonMobilePhone']]
    );
    assert.match(people[0]?.personContactId ?? '', /^003/);
});

test('somebody who was just entered is found by number, however it was typed', async () => {
    const simulated = await simulatedOrg();
    const ids = await simulated.seed(ACME);
    const found = await simulated.org.findByNumbers(['+15145550123', '+33612345678', '+15145550199', '+15145550000']);
    assert.deepEqual(found.map(({ id }) => id).sort(), [ids.marie, ids.luc, ids.lead].map(String).sort());
});

test('a choice that somebody makes on our Task is seen, also when we write to it afterwards', async () => {
    const simulated = await simulatedOrg();
    const ids = await simulated.seed([
        ...ACME,
        record('User', 'rep', { Username: 'rep@acme.test', LastName: 'Rep', Email: 'rep@acme.test' })
    ]);
    // Whoever decides whose a number is must be let to change a Task about nobody.
    await simulated.control('POST', '/users', { username: 'rep@acme.test', profile: 'System Administrator' });
    const since = new Date(Date.now() - 1000).toISOString();
    const [mine, theirs] = await simulated.org.write([task('call_1'), task('call_2')]);
    assert.ok(mine?.ok && theirs?.ok);
    const chosen = await simulated.as('rep@acme.test', 'PATCH', `/sobjects/Task/${theirs.id}`, { WhoId: ids.marie });
    assert.deepEqual(chosen, [204, {}]);
    const touched = await simulated.org.touchedTasks(since);
    const seen = touched.map(({ key, whoId, modifiedById, isByUs }) => [key, whoId, modifiedById === ids.rep, isByUs]);
    assert.deepEqual(seen.toSorted(), [
        ['call_1', undefined, false, true],
        ['call_2', ids.marie, true, false]
    ]);
    const later = { ...task('call_2').draft, fields: { Subject: 'later' } };
    await simulated.org.write([{ draft: later, salesforceId: theirs.id }]);
    const again = (await simulated.org.touchedTasks(since)).find(({ key }) => key === 'call_2');
    assert.deepEqual([again?.whoId, again?.isByUs], [ids.marie, true]);
    const users = await simulated.org.users();
    assert.ok(users.some(({ id, email, isActive }) => id === ids.rep && email === 'rep@acme.test' && isActive));
});

test('a duplicate rule names the contact that an unknown caller already is', async () => {
    const simulated = await simulatedOrg();
    const ids = await simulated.seed([record('Contact', 'known', { LastName: 'Inconnu', Phone: '+15145550123' })]);
    await simulated.control('POST', '/duplicate-rules', {
        object: 'Lead',
        matches: 'Contact',
        fields: ['Phone'],
        action: 'block'
    });
    const fields = { LastName: 'x', Company: 'Inconnu', Phone: '+15145550123' };
    const [result] = await simulated.org.write([
        { draft: { object: 'Lead', keyField: 'Quo_Phone__c', key: '+15145550123', fields } }
    ]);
    assert.ok(result?.ok === false);
    assert.deepEqual([result.remedy, result.duplicateOf], ['resolve', ids.known]);
});

test('cases are read where they are wished for, with their contact, until they close', async () => {
    const simulated = await simulatedOrg({}, { related: ['Case'] });
    const ids = await simulated.seed([
        ...ACME,
        record('Case', 'open', { Subject: 'Fuite', ContactId: '@marie', AccountId: '@acme' }),
        record('Case', 'closed', { Subject: 'Vieille fuite', ContactId: '@marie', Status: 'Closed' })
    ]);
    const changes = follower(simulated);
    const { related } = await changes();
    assert.deepEqual(
        related.map(({ id, contactIds, accountId }) => [id, contactIds, accountId]),
        [[ids.open, [ids.marie], ids.acme]]
    );
    assert.match(String(related[0]?.name), /^\d{8} Fuite$/);
    await api(simulated, 'PATCH', `Case/${String(ids.open)}`, { Status: 'Closed' });
    assert.ok((await changes()).goneRelated.includes(String(ids.open)));
});
