import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startOrg } from '../org.ts';
import { contractOrg, TOKEN, type Body, type Described } from './contract-org.ts';

const folder = await mkdtemp(join(tmpdir(), 'org-metadata-'));
after(() => rm(folder, { recursive: true }));
const field = (body: string): string =>
    `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">${body}</CustomField>`;

async function addObject(name: string, fields: Record<string, string>): Promise<void> {
    const base = join(folder, 'objects', name);
    await mkdir(join(base, 'fields'), { recursive: true });
    await writeFile(
        join(base, `${name}.object-meta.xml`),
        `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Visit</label><pluralLabel>Visits</pluralLabel><enableActivities>true</enableActivities><nameField><type>AutoNumber</type><displayFormat>V-{0000}</displayFormat><label>Number</label></nameField></CustomObject>`
    );
    for (const [fieldName, body] of Object.entries(fields)) {
        await writeFile(
            join(base, 'fields', `${fieldName}.field-meta.xml`),
            field(`<fullName>${fieldName}</fullName><label>${fieldName}</label>${body}`)
        );
    }
}
await addObject('Visit__c', {
    Score__c: '<type>Number</type><precision>4</precision><scale>1</scale>',
    Kind__c:
        '<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><value><fullName>a</fullName><default>true</default></value><value><fullName>b</fullName><default>false</default></value></valueSetDefinition></valueSet>',
    Tags__c:
        '<type>MultiselectPicklist</type><valueSet><restricted>true</restricted><valueSetDefinition><value><fullName>x</fullName></value><value><fullName>y</fullName></value></valueSetDefinition></valueSet>',
    Done__c: '<type>Checkbox</type><defaultValue>true</defaultValue>',
    Guest__c:
        '<type>Lookup</type><referenceTo>Contact</referenceTo><relationshipName>Visits</relationshipName><deleteConstraint>Restrict</deleteConstraint>'
});
const org = await contractOrg({ metadata: [folder] });

test('further source folders add their objects, with their rules (--metadata)', async () => {
    const contact = await org.create('Contact', { LastName: 'Roy' });
    const visit = await org.record(
        'Visit__c',
        await org.create('Visit__c', { Score__c: 12.34, Guest__c: contact, Tags__c: 'x;y' })
    );
    assert.deepEqual([visit.Name, visit.Score__c, visit.Kind__c, visit.Done__c], ['V-0001', 12.3, 'a', true]);
    const codes = [
        await org.refused(400, 'POST', 'sobjects/Visit__c', { Score__c: 12_345 }),
        await org.refused(400, 'POST', 'sobjects/Visit__c', { Kind__c: 'c' }),
        await org.refused(400, 'POST', 'sobjects/Visit__c', { Tags__c: 'x;z' }),
        await org.refused(400, 'POST', 'sobjects/Visit__c', { Name: 'mine' }),
        await org.refused(400, 'DELETE', `sobjects/Contact/${contact}`)
    ].map(({ errorCode }) => errorCode);
    assert.deepEqual(codes, [
        'NUMBER_OUTSIDE_VALID_RANGE',
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        'DELETE_FAILED'
    ]);
    assert.equal((await org.query("SELECT Id FROM Visit__c WHERE Tags__c INCLUDES ('x;y')")).length, 1);
    assert.equal((await org.query("SELECT Id FROM Visit__c WHERE Tags__c EXCLUDES ('x')")).length, 0);
    const [parent] = await org.query(`SELECT (SELECT Name FROM Visits__r) FROM Contact WHERE Id = '${contact}'`);
    assert.equal((parent?.Visits__r as Body).totalSize, 1);
    await org.create('Task', { WhatId: visit.Id });
});

test('a field that cannot be simulated stops the start, by name', async () => {
    const other = await mkdtemp(join(tmpdir(), 'org-formula-'));
    await mkdir(join(other, 'objects/Contact/fields'), { recursive: true });
    await writeFile(
        join(other, 'objects/Contact/fields/F__c.field-meta.xml'),
        field('<fullName>F__c</fullName><label>F</label><type>Text</type><formula>Name</formula>')
    );
    await assert.rejects(startOrg({ metadata: [other] }), /Contact\.F__c is a formula/);
    await rm(other, { recursive: true });
});

test('a field that says something else to everybody is not there, as no row holds it', async () => {
    const { errorCode } = await org.queryError('SELECT Is_Mine__c FROM Sona_Call__c');
    assert.equal(errorCode, 'INVALID_FIELD');
});

test('under a namespace our own package has it, others do not (--namespace)', async () => {
    const packages = [fileURLToPath(new URL('../../../../force-app', import.meta.url))];
    const running = await startOrg({ packages, metadata: [folder], namespace: 'quo', accessToken: TOKEN });
    const get = async (path: string): Promise<Body> =>
        (await (
            await fetch(`${running.url}/services/data/v66.0/${path}`, { headers: { authorization: `Bearer ${TOKEN}` } })
        ).json()) as Body;
    const task = await get('sobjects/Task/describe');
    const names = task.fields.map(({ name }: Described) => name);
    assert.ok(names.includes('quo__Quo_Key__c') && !names.includes('Quo_Key__c'));
    const { sobjects } = await get('sobjects');
    const custom = sobjects.map(({ name }) => name).filter((name) => name.endsWith('__c'));
    assert.ok(custom.includes('quo__Sona_Call__c') && custom.includes('Visit__c'));
    const sona = await get('sobjects/quo__Sona_Answer__c/describe');
    assert.ok(sona.fields.some(({ relationshipName }) => relationshipName === 'quo__Sona_Call__r'));
    await running.close();
});

test('a seed fills the org: children, references, read-only fields, users (--seed)', async () => {
    const ids = await org.control('POST', '/seed', {
        records: [
            {
                attributes: { type: 'User', referenceId: 'rep' },
                FirstName: 'Marie',
                LastName: 'Roy',
                Email: 'marie@example.com'
            },
            {
                attributes: { type: 'Account', referenceId: 'acme' },
                Name: 'Seeded',
                OwnerId: '@rep',
                Contacts: { records: [{ attributes: { referenceId: 'jean' }, LastName: 'Tremblay' }] }
            },
            {
                attributes: { type: 'Task', referenceId: 'old' },
                WhoId: '@jean',
                CreatedDate: '2020-01-01T00:00:00Z',
                Status: 'Completed'
            }
        ]
    });
    const task = await org.record('Task', ids.old as string);
    assert.deepEqual(
        [task.WhoId, task.AccountId, task.CreatedDate],
        [ids.jean, ids.acme, '2020-01-01T00:00:00.000+0000']
    );
    assert.equal((await org.record('Account', ids.acme as string)).OwnerId, ids.rep);
});

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const ORGS = fileURLToPath(new URL('../orgs/real-orgs.json', import.meta.url));
const FORCE_APP = fileURLToPath(new URL('../../../../force-app', import.meta.url));

test('the program says where it listens, takes the token of its environment and the folders of its arguments, and stops when asked', async () => {
    const child = spawn(process.execPath, [MAIN, '--port', '0', '--package', FORCE_APP, '--org', `${ORGS}#org-47`], {
        env: { ...process.env, ORG_ACCESS_TOKEN: TOKEN },
        stdio: ['ignore', 'pipe', 'inherit']
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const url = /^org listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(line.toString())?.[1];
    const answer = await fetch(`${url}/services/data/v68.0/limits`, { headers: { authorization: `Bearer ${TOKEN}` } });
    assert.equal(answer.status, 200);
    await answer.text();
    const describe = await fetch(`${url}/services/data/v68.0/sobjects/Task/describe`, {
        headers: { authorization: `Bearer ${TOKEN}` }
    });
    const { fields } = (await describe.json()) as { fields: { name: string }[] };
    for (const name of ['Quo_Key__c', 'Required_Field_1__c', 'RecordTypeId'])
        assert.ok(
            fields.some((field) => field.name === name),
            name
        );
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    assert.equal(code, 0);
});

test('the help names every option', async () => {
    const child = spawn(process.execPath, [MAIN, '--help'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (part: Buffer) => (text += part.toString()));
    await once(child, 'close');
    for (const option of [
        '--port',
        '--package',
        '--metadata',
        '--org',
        '--seed',
        '--namespace',
        '--api-version',
        '--jwt-cert',
        '--person-accounts'
    ]) {
        assert.ok(text.includes(option), option);
    }
});
