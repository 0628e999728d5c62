import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sonaAnswer, sonaCall, task } from './drafts.ts';
import { simulatedOrg } from './simulated-org.ts';

/** Values of a later version, in every picklist of the package. */
const LATER = {
    Task: { Quo_Kind__c: 'Meeting', Quo_Outcome__c: 'rerouted', Quo_Match__c: 'shared' },
    Sona_Call__c: { Outcome__c: 'escalated', Match__c: 'shared', Follow_Up_Status__c: 'scheduled' },
    Sona_Answer__c: { Type__c: 'date' }
} as const;

test('an org that installed this version takes the picklist values of a later one', async () => {
    const { org, records } = await simulatedOrg();
    const items = [task('call_1'), sonaCall('AC1'), sonaAnswer('AC1_1', 'AC1')].map((item) => {
        const later = Object.entries(LATER).find(([object]) => object === item.draft.object)?.[1];
        return { ...item, draft: { ...item.draft, fields: { ...item.draft.fields, ...later } } };
    });
    const results = await org.write(items);
    assert.deepEqual(
        results.filter(({ ok }) => !ok),
        []
    );
    for (const [object, values] of Object.entries(LATER)) {
        const [written] = await records(object);
        for (const [field, value] of Object.entries(values)) assert.equal(written?.[field], value, field);
    }
});
