import assert from 'node:assert/strict';
import path from 'node:path';
import { after, test } from 'node:test';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { unzip } from 'salesforce-simulator/deploy/unzip.ts';
import { ROOT } from 'salesforce-metadata/source-tree.ts';
import { SOURCE } from '../../../scripts/org/steps/deploy.ts';

const before = { ...process.env };
after(() => Object.assign(process.env, before));

/** What would be sent to an org of a folder: text by name. */
async function sent(folder: string): Promise<ReadonlyMap<string, string>> {
    const components = ComponentSet.fromSource({ fsPaths: [path.join(ROOT, folder)] });
    const { zipBuffer } = await new MetadataConverter().convert(components, 'metadata', { type: 'zip' });
    return new Map(unzip(zipBuffer ?? Buffer.alloc(0)).map(({ path: name, content }) => [name, content.toString()]));
}

const ending = (files: ReadonlyMap<string, string>, end: string): string =>
    [...files].find(([name]) => name.endsWith(end))?.[1] ?? '';

test('a version carries the client app with its contact, and with the Dev Hub’s consumer when one is named', async () => {
    Object.assign(process.env, { QUO_CONTACT_EMAIL: 'marie@acme.com', QUO_CONNECTOR_URL: 'https://quo.example' });
    const plain = await sent('force-app/client-app');
    assert.match(ending(plain, '.eca'), /<distributionState>Packaged</);
    assert.match(ending(plain, '.eca'), /<contactEmail>marie@acme\.com</);
    assert.doesNotMatch([...plain.values()].join(), /oauthLink|orgScopedExternalApp/);
    Object.assign(process.env, { QUO_OAUTH_LINK: '<oauthLink>a:b</oauthLink>' });
    assert.match(ending(await sent('force-app/client-app'), '.ecaOauth'), /<oauthLink>a:b<\/oauthLink>/);
    delete process.env.QUO_OAUTH_LINK;
});

test('source that is deployed brings no client app: an org makes its own', async () => {
    Object.assign(process.env, { QUO_CONNECTOR_URL: 'https://quo.example' });
    const names = [...(await sent(SOURCE)).keys()];
    assert.ok(names.some((name) => name.startsWith('objects/')));
    assert.deepEqual(
        names.filter((name) => /eca/i.test(path.extname(name))),
        []
    );
});
