import assert from 'node:assert/strict';
import path from 'node:path';
import { after, test } from 'node:test';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { unzip } from '../../sandbox/salesforce/deploy/unzip.ts';
import { ROOT } from '../../../scripts/metadata-check/source-tree.ts';
import { DEPLOYED } from '../../../scripts/org/steps/deploy.ts';

const before = { ...process.env };
after(() => Object.assign(process.env, before));

/** The external client app as it would be sent to an org. */
async function sent(): Promise<string> {
    const fsPaths = [path.join(ROOT, 'force-app/main/default/externalClientApps')];
    const { zipBuffer } = await new MetadataConverter().convert(ComponentSet.fromSource({ fsPaths }), 'metadata', {
        type: 'zip'
    });
    const files = unzip(zipBuffer ?? Buffer.alloc(0));
    return files.find((file) => file.path.endsWith('.eca'))?.content.toString('utf8') ?? '';
}

test('the client app is the package’s in a version of it, and the org’s own where source is deployed', async () => {
    Object.assign(process.env, { QUO_CONTACT_EMAIL: 'marie@acme.com', QUO_CONNECTOR_URL: 'https://quo.example' });
    delete process.env.QUO_APP_DISTRIBUTION;
    const packaged = await sent();
    assert.match(packaged, /<distributionState>Packaged</);
    assert.match(packaged, /<contactEmail>marie@acme\.com</);
    Object.assign(process.env, DEPLOYED);
    assert.match(await sent(), /<distributionState>Local</);
    delete process.env.QUO_APP_DISTRIBUTION;
});
