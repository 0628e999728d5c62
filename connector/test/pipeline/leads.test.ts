import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answeredCall, bench, type Bench } from './bench.ts';

const NUMBER = '+14185550001';

async function leadBench(): Promise<Bench> {
    const it = await bench();
    it.preferences = { ...it.preferences, unknownCallers: 'lead' };
    return it;
}

test('every call of an unknown caller says that a lead was created, not only the first one', async () => {
    const it = await leadBench();
    await it.tell(...answeredCall('AC1', NUMBER));
    await it.flush();
    await it.tell(...answeredCall('AC2', NUMBER));
    await it.flush();
    for (const callId of ['AC1', 'AC2'])
        assert.match(String(it.task(callId)?.['Quo_Match_Reason__c']), /une piste a été créée/, callId);
});
