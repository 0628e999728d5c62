import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkTrustedSite } from '../../../src/salesforce/checks/trusted-site.ts';
import { openSession } from '../../../src/salesforce/rest/session.ts';
import { fakeOrg, refusal, ROOT, SETTINGS } from './fake-org.ts';
import { deploy, simulatedOrg } from './simulated-org.ts';

const ADDRESS = 'https://quo.example.com';
const SITE = new URL(
    '../../../../unpackaged/trusted-site/cspTrustedSites/Quo_Recordings.cspTrustedSite-meta.xml',
    import.meta.url
);

/** What the check says in an org that trusts these. */
async function said(address: string | undefined, sites: readonly unknown[] | undefined): Promise<readonly unknown[]> {
    const org = fakeOrg(({ path, body }) => {
        assert.equal(path, `${ROOT}/composite`);
        const { compositeRequest } = body as { compositeRequest: { referenceId: string }[] };
        const part =
            sites === undefined
                ? { httpStatusCode: 400, body: refusal('INVALID_TYPE') }
                : { httpStatusCode: 200, body: { done: true, records: sites } };
        return { body: { compositeResponse: compositeRequest.map(({ referenceId }) => ({ referenceId, ...part })) } };
    });
    const list = await checkTrustedSite(openSession(SETTINGS, org.dependencies), address);
    return list.map(({ state, note }) => note?.code ?? state);
}
const site = (EndpointUrl: string, Context = 'LEX') => ({ Id: '08y', EndpointUrl, Context });

test('a connector that Lightning pages trust for sound is fine, by its host or by all below it', async () => {
    for (const url of [ADDRESS, 'quo.example.com', `${ADDRESS}/`, 'https://*.example.com', 'https://QUO.example.com'])
        assert.deepEqual(await said(ADDRESS, [site('https://other.example'), site(url)]), ['ok'], url);
    assert.deepEqual(await said(ADDRESS, [site(ADDRESS, 'All')]), ['ok']);
});

test('an address that is not trusted is told: none, another one, another port, for other pages', async () => {
    for (const sites of [
        [],
        [site('https://other.example.com')],
        [site(`${ADDRESS}:8443`)],
        [site('https://*.quo.example.com')],
        [site('https://notquo.example.com')],
        [site(ADDRESS, 'Communities')]
    ])
        assert.deepEqual(await said(ADDRESS, sites), ['SF-NOT-TRUSTED'], JSON.stringify(sites));
});

test('an integration user who may not look is told, and no address is asked about that cannot be trusted', async () => {
    assert.deepEqual(await said(ADDRESS, undefined), ['SF-TRUST-UNSEEN']);
    assert.deepEqual(await said('http://localhost:3000', []), []);
    assert.deepEqual(await said(undefined, []), []);
});

test('the site that the script deploys is what the check looks for, in the simulated org', async () => {
    const world = await simulatedOrg();
    const states = async (): Promise<readonly unknown[]> =>
        (await checkTrustedSite(world.session, ADDRESS)).map(({ state, note }) => note?.code ?? state);
    assert.deepEqual(await states(), ['SF-NOT-TRUSTED']);
    const xml = readFileSync(SITE, 'utf8');
    const name = 'cspTrustedSites/Quo_Recordings.cspTrustedSite';
    for (const address of ['https://elsewhere.example.com', ADDRESS])
        await deploy(world, { [name]: xml.replace('https://connector.example.com', address) });
    assert.deepEqual(await states(), ['ok']);
    assert.equal((await world.records('CspTrustedSite')).length, 1);
    await assert.rejects(deploy(world, { [name]: xml.replace('.com<', '.com/console<') }), /invalid URL/);
});
