import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { openWorld } from './world.ts';

interface QuoContact {
    readonly firstName: string | null;
    readonly lastName: string | null;
    readonly externalId: string | null;
    readonly sourceUrl: string | null;
}

const CALL = {
    kind: 'call',
    direction: 'incoming',
    inbox: 'principal',
    who: ['caroline-poirier'],
    ends: 'answered',
    talks: 20
};

test('while a known person calls, Quo learns who it is, with a link to the record', async () => {
    const world = await openWorld();
    // The directory is read in the first seconds; a call that comes earlier is shown at the next one.
    const id = world.ids['caroline-poirier'];
    const mine = async (): Promise<readonly QuoContact[]> =>
        (await world.control<{ contacts: readonly QuoContact[] }>('app/contacts')).contacts.filter(
            ({ externalId }) => externalId === id
        );
    for (let n = 0; (await mine()).length === 0; n += 1) {
        await world.control('emit', { of: CALL, type: 'call.ringing', key: `call-${n}` });
        await sleep(300);
    }
    const [contact, ...others] = await mine();
    assert.deepEqual(others, []);
    assert.deepEqual([contact?.firstName, contact?.lastName], ['Caroline', 'Poirier']);
    assert.ok(contact?.sourceUrl?.endsWith(`/${id}`), contact?.sourceUrl ?? 'no link');
});
