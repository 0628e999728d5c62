import assert from 'node:assert/strict';
import { test } from 'node:test';
import { task } from './drafts.ts';
import { simulatedOrg } from './simulated-org.ts';

const OWNER = 'marie@acme.example';

test('who may edit which Tasks is asked of Salesforce, for a thousand of them in one call', async () => {
    const { org, control, records, seed } = await simulatedOrg();
    const user = {
        attributes: { type: 'User', referenceId: 'marie' },
        Username: OWNER,
        LastName: 'Gagnon',
        Email: OWNER
    };
    const ids = await seed([{ ...user, IsActive: true, Alias: 'marie' }]);
    await control('POST', '/users', { username: OWNER, profile: 'Standard User' });
    const marie = String(ids['marie']);
    await org.write(
        Array.from({ length: 201 }, (_, n) =>
            task(`call_AC${n}`, { fields: { Subject: 'Appel', ...(n % 2 === 0 ? { OwnerId: marie } : {}) } })
        )
    );
    const tasks = await records('Task');
    const before = org.calls();
    const may = await org.editable(
        marie,
        tasks.map(({ Id }) => String(Id))
    );
    assert.equal(org.calls() - before, 1);
    assert.deepEqual(
        [...may].toSorted(),
        tasks.flatMap(({ Id, OwnerId }) => (OwnerId === marie ? String(Id) : [])).toSorted()
    );
    assert.equal(may.size, 101);
});

test('of a user whom Salesforce does not answer about, nothing is known to be theirs to edit', async () => {
    const { org, records } = await simulatedOrg();
    await org.write([task('call_AC1', { fields: { Subject: 'Appel' } })]);
    const [one] = await records('Task');
    for (const nobody of ['005000000000999AAA', "x'y"])
        assert.deepEqual(await org.editable(nobody, [String(one?.['Id'])]), new Set());
});
