import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOrg } from '../../../src/salesforce/checks/check-org.ts';
import { openSession } from '../../../src/salesforce/rest/session.ts';
import { SETTINGS, type Reply } from './fake-org.ts';
import { answering, EVERYTHING, healthyOrg, problems, sets } from './healthy-org.ts';

const SET = [{ Id: '0PS000000000001' }];

test('a field that is only hidden is not taken for an old package: the permission set tells which', async () => {
    const hidden = (): ReturnType<typeof healthyOrg> => {
        const org = healthyOrg();
        org.get('Task')?.fields.delete('Quo_Hour__c');
        return org;
    };
    const line = (code: string) => [`failed field Task.Quo_Hour__c: ${code}`];
    assert.deepEqual(await problems(hidden(), undefined, sets(SET, SET)), line('SF-PACKAGE-OLD'));
    assert.deepEqual(await problems(hidden(), undefined, sets(SET, [])), line('SF-FIELD-HIDDEN'));
    assert.deepEqual(await problems(hidden(), undefined, sets(undefined, undefined)), line('SF-FIELD-HIDDEN'));
});

test('a package that the integration user does not see at all is told from one that is not there', async () => {
    const blind = healthyOrg();
    for (const name of ['Sona_Call__c', 'Sona_Answer__c']) blind.delete(name);
    for (const name of [...(blind.get('Task')?.fields.keys() ?? [])].filter((one) => one.startsWith('Quo_')))
        blind.get('Task')?.fields.delete(name);
    const codes = async (more: (path: string) => Reply | undefined): Promise<readonly string[]> => [
        ...new Set((await problems(blind, undefined, more)).map((line) => line.split(': ')[1] ?? ''))
    ];
    assert.deepEqual(await codes(sets(SET, [])), ['SF-PACKAGE-HIDDEN', 'SF-FIELD-HIDDEN']);
    assert.deepEqual(await codes(sets([], [])), ['SF-PACKAGE-MISSING']);
});

test('an edition without an API of its own is told, though it answers', async () => {
    const org = answering(healthyOrg(), (path) =>
        path.includes('FROM Organization')
            ? { body: { done: true, records: [{ Id: '00D', OrganizationType: 'Team Edition' }] } }
            : undefined
    );
    const [first] = await checkOrg(openSession(SETTINGS, org.dependencies), {}, EVERYTHING);
    assert.deepEqual([first?.state, first?.note], ['warning', { code: 'SF-EDITION', seen: 'Team Edition' }]);
});
