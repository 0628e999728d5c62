import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { contractOrg, type Row } from '../contract-org.ts';
import { salesforceCommandLine } from './salesforce-command-line.ts';

/** Signs in as a server does, and moves records about in files. */
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
});
const org = await contractOrg({ jwtCertificate: publicKey });
const { home, run, works } = await salesforceCommandLine();
const record = (type: string, referenceId: string, fields: object) => ({
    attributes: { type, referenceId },
    ...fields
});

test('sf signs in by a signed assertion, as a server does', async () => {
    await writeFile(join(home, 'server.key'), privateKey);
    const signIn = (username: string, client = 'sandbox') =>
        run([
            'org',
            'login',
            'jwt',
            '--client-id',
            client,
            '--jwt-key-file',
            'server.key',
            '--username',
            username,
            '--instance-url',
            org.url,
            '--alias',
            'jwt',
            '--set-default'
        ]);
    assert.equal((await signIn('nobody@example.com')).status, 1);
    assert.equal((await signIn('admin@simulated.org', 'another')).status, 1);
    const answer = await signIn('admin@simulated.org');
    const { status, result } = answer;
    assert.equal(status, 0, JSON.stringify(answer));
    assert.match(String(result.orgId), /^00D/);
});

test('sf imports a tree of records with its plan, and refuses a broken one whole', async () => {
    await writeFile(
        join(home, 'accounts.json'),
        JSON.stringify({ records: [record('Account', 'AcmeRef', { Name: 'Imported' })] })
    );
    await writeFile(
        join(home, 'contacts.json'),
        JSON.stringify({ records: [record('Contact', 'JeanRef', { LastName: 'Tremblay', AccountId: '@AcmeRef' })] })
    );
    const plan = ['Account', 'Contact'].map((sobject) => ({ sobject, files: [`${sobject.toLowerCase()}s.json`] }));
    await writeFile(join(home, 'plan.json'), JSON.stringify(plan));
    await works(['data', 'import', 'tree', '--plan', 'plan.json']);
    const [contact] = await org.query("SELECT Account.Name FROM Contact WHERE LastName = 'Tremblay'");
    assert.equal((contact?.Account as Row).Name, 'Imported');
    await writeFile(
        join(home, 'accounts.json'),
        JSON.stringify({ records: [record('Account', 'a', { Name: 'Half' }), record('Account', 'b', { Nmae: 'x' })] })
    );
    const broken = await run(['data', 'import', 'tree', '--files', 'accounts.json']);
    assert.equal(broken.status, 1);
    assert.equal((await org.query("SELECT Id FROM Account WHERE Name = 'Half'")).length, 0);
});

test('sf exports a tree of what it finds', async () => {
    await works([
        'data',
        'export',
        'tree',
        '--query',
        "SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Name = 'Imported'",
        '--prefix',
        'out'
    ]);
});

test('sf queries pages, aggregates and what is wrong, each as it is', async () => {
    const { totalSize } = await works(['data', 'query', '--query', 'SELECT COUNT() FROM Account']);
    assert.equal(totalSize, 1);
    const wrong = (await run(['data', 'query', '--query', 'SELECT Nope FROM Account'])) as unknown as {
        message: string;
    };
    assert.match(wrong.message, /No such column 'Nope' on entity 'Account'/);
    const gone = await run(['data', 'get', 'record', '--sobject', 'Account', '--where', "Name='Nobody'"]);
    assert.equal(gone.status, 1);
});

test('sf deletes in bulk, and names what was refused', async () => {
    const [account] = await org.query("SELECT Id FROM Account WHERE Name = 'Imported'");
    await writeFile(join(home, 'ids.csv'), `Id\n${String(account?.Id)}\n001000000000001AAA\n`);
    const { status } = await run([
        'data',
        'delete',
        'bulk',
        '--sobject',
        'Account',
        '--file',
        'ids.csv',
        '--wait',
        '2'
    ]);
    assert.equal(status, 1);
    assert.equal((await org.query('SELECT Id FROM Account')).length, 0);
});
