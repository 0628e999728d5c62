import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepOrg } from '../../../src/application/connections/org-identity.ts';
import { verifyEnvironment } from '../../../src/application/connections/verify-environment.ts';
import { OrgUnavailable } from '../../../src/contracts/salesforce.ts';
import { CodedError } from '../../../src/errors/errors.ts';
import { world, type World } from '../fakes/world.ts';

/** The connection of the environment, with its org and workspace. */
export const ENVIRONMENT = {
    SALESFORCE_LOGIN_URL: 'https://acme.my.salesforce.com',
    SALESFORCE_CLIENT_ID: 'the-app',
    SALESFORCE_CLIENT_SECRET: 'its-secret',
    QUO_API_KEY: 'a-key-of-the-environment',
    QUO_WEBHOOK_KEYS: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
};

async function started(identity: () => Promise<never> | Promise<object>): Promise<{ it: World; asked: () => number }> {
    const it = world({}, ENVIRONMENT);
    let asked = 0;
    it.salesforce.administration = {
        ...it.salesforce.administration,
        identity: async () => {
            asked += 1;
            return (await identity()) as { organizationId: string; instanceUrl: string };
        }
    };
    await it.add('default');
    return { it, asked: () => asked };
}

const verify = ({ store, context }: World) => verifyEnvironment(store, context.connections);
const down = () => Promise.reject(new OrgUnavailable('retry', { code: 'SF-UNREACHABLE', seen: 'ECONNREFUSED' }, true));

test('an org that answers as the one that belongs here lets the start go on', async () => {
    const { it, asked } = await started(async () => ({ organizationId: '00D', instanceUrl: 'https://x' }));
    await verify(it);
    assert.equal(asked(), 1);
});

test('another org than the one that belongs here stops the start, whatever else was received before', async () => {
    const { it } = await started(() => Promise.reject(new CodedError('SF-OTHER-ORG', '00D9')));
    await assert.rejects(verify(it), { code: 'SF-OTHER-ORG' });
});

test('on a first start there is nothing to mix up: an org that is down is waited for later', async () => {
    const { it } = await started(down);
    await verify(it);
});

test('a changed environment whose org cannot be asked does not start, and says why in the org’s code', async () => {
    const { it } = await started(down);
    await keepOrg(it.store, 'default', '00D000000000001AAA');
    await assert.rejects(verify(it), { code: 'SF-UNREACHABLE', seen: 'ECONNREFUSED' });
});

test('a fault that is no answer of the org stops the start as it is', async () => {
    const { it } = await started(() => Promise.reject(new TypeError('a bug of ours')));
    await assert.rejects(verify(it), TypeError);
});

test('where the console decides, no org is asked at the start', async () => {
    const it = world();
    it.salesforce.administration.identity = () => Promise.reject(new CodedError('SF-OTHER-ORG'));
    await it.connect('default');
    await it.connect('acme');
    await verify(it);
    await verifyEnvironment(it.store, world().context.connections);
});
