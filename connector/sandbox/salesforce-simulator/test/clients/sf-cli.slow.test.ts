import assert from 'node:assert/strict';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { contractOrg, type Row } from '../contract-org.ts';
import { salesforceCommandLine } from './salesforce-command-line.ts';

/** Signs in by access token, works with single records, in bulk, and with metadata. */
const { home, root, run, works } = await salesforceCommandLine();
const org = await contractOrg();

test('sf signs in by access token and shows the org', async () => {
    await works([
        'org',
        'login',
        'access-token',
        '--instance-url',
        org.url,
        '--no-prompt',
        '--alias',
        'sim',
        '--set-default'
    ]);
    assert.equal((await works(['org', 'display'])).connectedStatus, 'Connected');
});

test('sf creates, reads, changes, queries and deletes a record', async () => {
    const { id } = await works(['data', 'create', 'record', '--sobject', 'Account', '--values', "Name='New Co'"]);
    const where = ['--sobject', 'Account', '--record-id', String(id)];
    await works(['data', 'update', 'record', ...where, '--values', "Phone='1'"]);
    assert.equal((await works(['data', 'get', 'record', ...where])).Phone, '1');
    const { records } = await works([
        'data',
        'query',
        '--query',
        "SELECT Name, Owner.Name FROM Account WHERE Name = 'New Co'"
    ]);
    assert.equal((records as Row[]).length, 1);
    await works(['data', 'delete', 'record', ...where]);
});

test('sf loads and exports in bulk', async () => {
    await writeFile(join(home, 'tasks.csv'), 'Quo_Key__c,Subject\ncall_1,a\ncall_2,b\n');
    await works([
        'data',
        'upsert',
        'bulk',
        '--sobject',
        'Task',
        '--file',
        'tasks.csv',
        '--external-id',
        'Quo_Key__c',
        '--wait',
        '2'
    ]);
    await works([
        'data',
        'export',
        'bulk',
        '--query',
        'SELECT Subject FROM Task ORDER BY Subject',
        '--output-file',
        'out.csv',
        '--wait',
        '2',
        '--result-format',
        'csv'
    ]);
    assert.equal(await readFile(join(home, 'out.csv'), 'utf8'), '"Subject"\n"a"\n"b"\n');
});

test('sf describes objects and tells limits', async () => {
    assert.equal((await works(['sobject', 'describe', '--sobject', 'Task'])).keyPrefix, '00T');
    const limits = (await works(['org', 'list', 'limits'])) as unknown as { name: string }[];
    assert.ok(limits.some(({ name }) => name === 'DailyApiRequests'));
});

const deploy = async (args: readonly string[], more: Record<string, string> = {}) => {
    return run(['project', 'deploy', 'start', '--source-dir', 'force-app/main', ...args], more);
};

test('sf deploys by SOAP and by REST; a broken package is refused and changes nothing; new fields exist afterwards', async () => {
    for (const part of ['force-app', 'sfdx-project.json', '.forceignore'])
        await cp(join(root, part), join(home, part), { recursive: true });
    const soap = await deploy(['--dry-run']);
    assert.equal(soap.status, 0, JSON.stringify(soap).slice(0, 2_000));
    const field = join(home, 'force-app/main/default/objects/Contact/fields/Nick_Name__c.field-meta.xml');
    const xml = (type: string): string =>
        `<?xml version="1.0" encoding="UTF-8"?>\n<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Nick_Name__c</fullName><label>Nick</label><length>40</length><type>${type}</type></CustomField>\n`;
    await mkdir(dirname(field), { recursive: true });
    await writeFile(field, xml('Txt'));
    assert.equal((await deploy([])).status, 1);
    assert.ok(!('Nick_Name__c' in (await org.record('Contact', await org.create('Contact', { LastName: 'Roy' })))));
    await writeFile(field, xml('Text'));
    const rest = await deploy([], { SF_ORG_METADATA_REST_DEPLOY: 'true' });
    assert.equal(rest.status, 0, JSON.stringify(rest).slice(0, 2_000));
    const made = await org.create('Contact', { LastName: 'Roy', Nick_Name__c: 'Coco' });
    assert.equal((await org.record('Contact', made)).Nick_Name__c, 'Coco');
});
