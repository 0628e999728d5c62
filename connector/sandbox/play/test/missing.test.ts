import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadScenarios } from 'sandbox-day/scenarios.ts';
import { missing } from '../missing.ts';
import { complaints } from '../summary.ts';

const all = [...loadScenarios()];
const [handledBySona] = all.find(([, { expect }]) => expect.sona.length === 1 && expect.tasks.length === 1) ?? [''];
const [transcribed] = all.find(
    ([, { expect }]) => expect.transcripts.length === 1 && expect.sona.length === 0 && expect.tasks.length === 1
) ?? [''];
const [texts] = all.find(([, { expect }]) => expect.tasks.length === 1 && expect.tasks[0]?.kind === 'Messages') ?? [''];

function played(name: string) {
    const of = loadScenarios().get(name)?.expect.tasks[0]?.of ?? '';
    return [{ scenario: name, activities: { [of]: { id: 'AC1', others: ['+15145550123'] } } }];
}

test('a call that left no Task, or nothing of what Sona did, is told', () => {
    const task = { Id: '00T', Subject: '', SystemModstamp: '', Quo_Key__c: 'call_AC1', Quo_Kind__c: 'Call' };
    assert.deepEqual(missing(played(handledBySona), [task], [{ Quo_Call_Id__c: 'AC1' }], [{ Call_Id__c: 'AC1' }]), []);
    assert.match(missing(played(handledBySona), [], [{ Quo_Call_Id__c: 'AC1' }], []).join(), /^Call AC1 .*no Task/);
    assert.match(missing(played(handledBySona), [task], [], []).join(), /^Call AC1 .*Sona/);
});

test('a call of which nothing that was said was kept is told', () => {
    const task = { Id: '00T', Subject: '', SystemModstamp: '', Quo_Key__c: 'call_AC1', Quo_Kind__c: 'Call' };
    assert.deepEqual(missing(played(transcribed), [task], [], [{ Call_Id__c: 'AC1' }]), []);
    assert.match(missing(played(transcribed), [task], [], []).join(), /^Call AC1 .*said/);
});

test('texts are looked for by their number: which window they fell into is not ours to say', () => {
    const task = { Id: '00T', Subject: '', SystemModstamp: '', Quo_Key__c: 'sms_x', Quo_Kind__c: 'Messages' };
    assert.deepEqual(missing(played(texts), [{ ...task, Quo_External_Number__c: '+15145550123' }], [], []), []);
    assert.equal(missing(played(texts), [{ ...task, Quo_External_Number__c: '+15145550124' }], [], []).length, 1);
});

test('a day that lost something fails, though nothing waits any more', () => {
    const task = { Id: '00T', Subject: '', SystemModstamp: '', Quo_Key__c: 'call_AC1' };
    const day = {
        deliveries: { sent: 1, acknowledged: 1 },
        tasks: [task],
        missing: [],
        sonaCalls: 0,
        sonaAnswers: 0,
        transcripts: 0,
        parked: 0,
        apiCalls: 0
    };
    assert.deepEqual(complaints(day), []);
    assert.deepEqual(complaints({ ...day, missing: ['Call AC2 has no Task.'] }), ['Call AC2 has no Task.']);
});
