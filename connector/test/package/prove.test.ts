import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { ROOT } from 'salesforce-metadata/source-tree.ts';
import { startOrg } from 'salesforce-simulator/org.ts';
import { ownPackage } from 'salesforce-simulator/test/own-package.ts';
import type { Answered, Call } from '../../../scripts/prove/point.ts';
import { prove } from '../../../scripts/prove/run.ts';
import { proveSimulated } from '../../../scripts/prove/simulated.ts';
import { markdown, reportFile } from '../../../scripts/prove/table.ts';
import { createStandIn } from './stand-in-sf.ts';

const sf = createStandIn();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'quo-prove-'));
const simulated = await startOrg({ ...ownPackage(), accessToken: '00D!prove' });
after(async () => {
    sf.remove();
    fs.rmSync(folder, { recursive: true });
    await simulated.close();
});
const TIMEOUT = { timeout: 120_000 };

function script(...args: readonly string[]): Promise<{ readonly status: number; readonly output: string }> {
    return new Promise((resolve) => {
        execFile(process.execPath, ['scripts/prove/main.ts', ...args], { cwd: ROOT, env: sf.env }, (error, stdout) => {
            resolve({ status: error ? Number(error.code) : 0, output: stdout });
        });
    });
}

/** What the CLI says of an org that answers here. */
function signedInTo(instanceUrl: string): void {
    sf.answer('org display', { instanceUrl });
    sf.answer('org auth show-access-token', { accessToken: '00D!prove' });
}

for (const namespace of [undefined, 'quo'])
    test(`every point holds in the simulated org, and nothing is left (namespace: ${namespace})`, TIMEOUT, async () => {
        const proof = await proveSimulated(namespace);
        const others = proof.findings.filter(({ verdict }) => verdict !== 'holds');
        assert.deepEqual(others, []);
        assert.deepEqual(proof.left, []);
        assert.ok(proof.made > 10);
        if (namespace !== undefined) return;
        const plain = (text: string): string => text.replaceAll(/\\_/g, '_').replaceAll(/ +|-{3,}/g, ' ');
        const readme = plain(fs.readFileSync(path.join(ROOT, 'scripts/prove/README.md'), 'utf8'));
        for (const row of markdown(proof).split('\n').slice(2))
            assert.ok(readme.includes(plain(row)), `run npm run docs:proof: ${row}`);
    });

test('the CLI’s login is enough to prove an org, and the file tells nothing of whose it is', TIMEOUT, async () => {
    signedInTo(simulated.url);
    const file = path.join(folder, 'proof.json');
    const { status, output } = await script('--org', 'a', '--report', file);
    assert.equal(status, 0, output);
    assert.match(output, /were not tried/);
    assert.match(output, /records were made and deleted/);
    const text = fs.readFileSync(file, 'utf8');
    assert.doesNotMatch(text, /simulated\.org|127\.0\.0\.1|00T[A-Za-z0-9]{12}|00D!/);
    const report = JSON.parse(text) as {
        readonly findings: readonly { readonly verdict: string }[];
        notDeleted: number;
    };
    assert.equal(report.notDeleted, 0);
    assert.ok(report.findings.length >= 20);
    assert.ok(
        report.findings.some(({ verdict }) => verdict === 'not tried'),
        'without others, some points are not tried'
    );
});

test('an org that is none for trying is left alone unless somebody says so', TIMEOUT, async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
        asked.push(request.method ?? '');
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ records: [{ OrganizationType: 'Enterprise Edition', IsSandbox: false }] }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    signedInTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const { status, output } = await script('--org', 'live');
    server.closeAllConnections();
    server.close();
    assert.equal(status, 2, output);
    assert.match(output, /is Enterprise Edition, and no sandbox: nothing was done/);
    assert.deepEqual(asked, ['GET']);
});

test('options that make no sense, and an org that the CLI does not know, are told', TIMEOUT, async () => {
    for (const args of [[], ['--orgg', 'a'], ['--help', 'x']]) {
        const { status, output } = await script(...args);
        assert.equal(status, 2, output);
        assert.match(output, /Usage: npm run prove/);
    }
    sf.answer('org display', 'No authorization information found for x.', 1);
    const unknown = await script('--org', 'x');
    assert.equal(unknown.status, 1);
    assert.match(unknown.output, /Sign in first: npx sf org login web --alias x/);
});

/** An org that refuses whatever is asked, or answers with this. */
function refusing(more: (method: string, path: string) => Partial<Answered> | undefined): Call {
    return async (method, requested) => ({
        status: 400,
        body: [{ errorCode: 'NOT_THIS_WAY', message: 'Marie 00T000000000001AAA' }],
        headers: new Headers(),
        ...more(method, requested)
    });
}
const OPTIONS = { others: {}, root: '/services/data/v66.0', run: 'test' };

test('an org that answers otherwise is said to differ, and its words are kept out', async () => {
    const proof = await prove({ ...OPTIONS, call: refusing(() => undefined) });
    const verdicts = new Map(proof.findings.map(({ id, verdict }) => [id, verdict]));
    for (const id of [
        'upsert-new',
        'field-rights',
        'names',
        'limits-header',
        'composite-undo',
        'long-texts',
        'trusted-urls'
    ])
        assert.equal(verdicts.get(id), 'differs', id);
    const about = { at: '2026-11-30', apiVersion: '66.0', edition: 'x', isSandbox: true, hasNamespace: false };
    assert.doesNotMatch(reportFile(proof, about), /Marie|00T/);
});

test('a record that cannot be deleted is named, and not in the file', async () => {
    const call = refusing((method, requested) =>
        method === 'PATCH' && requested.includes('Quo_Key__c')
            ? { status: 201, body: { id: '00T000000000001AAA', created: true } }
            : undefined
    );
    const proof = await prove({ ...OPTIONS, call });
    assert.deepEqual(proof.left, ['Task 00T000000000001AAA']);
    const about = { at: '2026-11-30', apiVersion: '66.0', edition: 'x', isSandbox: true, hasNamespace: false };
    const report = reportFile(proof, about);
    assert.match(report, /"notDeleted": 1/);
    assert.doesNotMatch(report, /00T0/);
});
