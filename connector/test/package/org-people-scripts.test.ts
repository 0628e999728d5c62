import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { changing, runScript, type Done } from './run-script.ts';
import { createStandIn, type StandIn } from './stand-in-sf.ts';

let sf: StandIn = createStandIn();
const used: StandIn[] = [sf];
beforeEach(() => used.push((sf = createStandIn())));
after(() => used.forEach((one) => one.remove()));

const script = (...words: readonly [string, ...string[]]): Promise<Done> => runScript(sf, ...words);

const INTEGRATION = ['integration-user', '--org', 'a', '--user', 'u@example.com'] as const;

test('the integration user is given a role by its developer name, once', async () => {
    sf.answer('data query --query SELECT Id FROM UserRole', { records: [{ Id: '00E000000000001AAA' }] });
    const { status, output } = await script(...INTEGRATION, '--role', 'CEO');
    assert.equal(status, 0, output);
    const words = changing(sf).at(-1)?.join(' ');
    assert.equal(
        words,
        "data update record --sobject User --where Username='u@example.com' --values UserRoleId='00E000000000001AAA' --target-org a"
    );
    sf.answer('data query --query SELECT Id FROM User WHERE', { records: [{ Id: '005000000000001AAA' }] });
    assert.match((await script(...INTEGRATION, '--role', 'CEO')).output, /has the role CEO already/);
});

test('a role that the org does not have is told, with those that nobody stands above', async () => {
    sf.answer('data query --query SELECT DeveloperName FROM UserRole', { records: [{ DeveloperName: 'Direction' }] });
    const { status, output } = await script(...INTEGRATION, '--role', 'CEO');
    assert.equal(status, 1);
    assert.match(output, /There is no role CEO\. Nobody stands above Direction\./);
    assert.ok(!changing(sf).some((words) => words[0] === 'data'));
});

test('the queue is made once, and members are added that it lacks', async () => {
    const queue = ['queue', '--org', 'a', '--user', 'u@example.com', '--members', 'marie@example.com'] as const;
    sf.answer('data query --query SELECT Id FROM User', { records: [{ Id: '005000000000001AAA' }] });
    const { status, output } = await script(...queue);
    assert.equal(status, 0, output);
    assert.match(changing(sf)[0]?.join(' ') ?? '', /^project deploy start --source-dir unpackaged\/queue/);
    assert.equal(changing(sf).length, 3);
    sf.answer('data query --query SELECT Id FROM Group WHERE', { records: [{ Id: '00G000000000001AAA' }] });
    const again = await script(...queue);
    assert.match(again.output, /Quo_Unmatched is there, and stays as it is/);
    assert.equal(
        changing(sf).at(-1)?.join(' '),
        "data create record --sobject GroupMember --values GroupId='00G000000000001AAA' UserOrGroupId='005000000000001AAA' --target-org a"
    );
    sf.answer('data query --query SELECT Id FROM GroupMember', { records: [{ Id: '011000000000001AAA' }] });
    const before = changing(sf).length;
    assert.match((await script(...queue)).output, /marie@example\.com is a member already/);
    assert.equal(changing(sf).length, before);
});

test('a member whom the org does not know is told, and what the org refuses is not taken for nothing found', async () => {
    const queue = ['queue', '--org', 'a', '--user', 'u@example.com'] as const;
    assert.match((await script(...queue)).output, /2\. Failed: No active user is called u@example\.com\./);
    sf.answer('data query', 'sObject type Group is not supported', 1);
    const { status, output } = await script(...queue);
    assert.equal(status, 1);
    assert.match(output, /1\. Failed: sObject type Group is not supported/);
});
