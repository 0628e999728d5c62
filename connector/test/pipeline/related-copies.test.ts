import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrgUser } from '../../src/domain/workspace.ts';
import type { Person } from '../../src/domain/people/person.ts';
import type { DirectoryChange } from '../../src/contracts/store.ts';
import type { ContactSync } from '../../src/pipeline/contact-sync/contact-sync.ts';
import { KEYS } from '../../src/contracts/key-value.ts';
import { refreshDirectory } from '../../src/pipeline/refresh-directory.ts';
import { bench, type Bench } from './pipeline-harness.ts';

const LUC: OrgUser = { id: '005000000000009AAA', name: 'Luc Roy', email: 'luc@acme.example', isActive: true };
const ACME: Person = { id: '001000000000001AAA', object: 'Account', name: 'Acme', numbers: [] };
const ANNE: Person = {
    id: '003000000000001AAA',
    object: 'Contact',
    name: 'Anne Roy',
    company: 'Acme',
    accountId: ACME.id,
    ownerId: LUC.id,
    ownerName: LUC.name,
    numbers: [{ e164: '+14185550001', field: 'Phone' }]
};

/** What Quo's contacts are told of. */
async function watched(): Promise<{
    it: Bench;
    told: Person[];
    refresh: (people: readonly Person[]) => Promise<void>;
}> {
    const it = await bench();
    const told: Person[] = [];
    const contactSync: Pick<ContactSync, 'onDirectoryChange'> = {
        onDirectoryChange: async ({ people }) => {
            told.push(...people);
            return 0;
        }
    };
    Object.assign(it.connection, { contactSync });
    const refresh = async (people: readonly Person[]): Promise<void> => {
        const change: DirectoryChange = { people, gone: [], related: [], goneRelated: [], highWater: {} };
        it.org.changes = async (_marks, onPage) => (people.length === 0 ? undefined : onPage(change));
        await refreshDirectory(it.context, it.connection);
    };
    return { it, told, refresh };
}

test('a renamed account reaches the directory and Quo’s contacts of its people, who did not change', async () => {
    const { told, refresh } = await watched();
    await refresh([ACME, ANNE]);
    told.length = 0;
    await refresh([{ ...ACME, name: 'Acme inc.' }]);
    assert.deepEqual(
        told.map(({ name, company }) => [name, company]),
        [
            ['Acme inc.', undefined],
            ['Anne Roy', 'Acme inc.']
        ]
    );
});

test('an owner who is called otherwise reaches Quo’s contacts, once', async () => {
    const { it, told, refresh } = await watched();
    await it.context.store.memory.set('default', KEYS.orgUsers, [LUC]);
    await refresh([ACME, ANNE]);
    told.length = 0;
    await it.context.store.memory.set('default', KEYS.orgUsers, [{ ...LUC, name: 'Luc Roy-Côté' }]);
    await refresh([]);
    await refresh([]);
    assert.deepEqual(
        told.map(({ name, ownerName }) => [name, ownerName]),
        [['Anne Roy', 'Luc Roy-Côté']]
    );
});
