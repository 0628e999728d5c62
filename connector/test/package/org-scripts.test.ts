import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { ROOT } from 'salesforce-metadata/source-tree.ts';
import { namespacedPages } from '../../../scripts/org/page-activation.ts';
import { changing, runScript, type Done } from './run-script.ts';
import { unknownWords } from './sf-manifests.ts';
import { createStandIn, type StandIn } from './stand-in-sf.ts';

const INTEGRATION = ['integration-user', '--org', 'a', '--user', 'u@example.com'] as const;
const PAGES = ['--guide', 'https://docs.example/guide', '--release-notes', 'https://docs.example/new'];
const LINK = ['--oauth-link', '00D5e000001AbCdEAK:888Hs00000ABcDe', '--contact', 'you@example.com'];

let sf: StandIn = createStandIn();
const used: StandIn[] = [sf];
beforeEach(() => used.push((sf = createStandIn())));
after(() => used.forEach((one) => one.remove()));

const script = (name: string, ...args: readonly string[]): Promise<Done> => runScript(sf, name, ...args);

/** Runs the script once for each list of arguments, all at a time. */
function each(lists: readonly (readonly string[])[]): Promise<readonly { line: string; done: Done }[]> {
    return Promise.all(
        lists.map(async ([name = '', ...args]) => ({
            line: [name, ...args].join(' '),
            done: await script(name, ...args)
        }))
    );
}

test('every script says with --help what it does, its options, and that it can be run twice or cannot be undone', async () => {
    const names = [
        'create',
        'deploy',
        'assign',
        'integration-user',
        'queue',
        'sample-people',
        'package-version',
        'activate-pages',
        'trusted-site'
    ];
    for (const { line, done } of await each(names.map((name) => [name, '--help']))) {
        assert.equal(done.status, 0, done.output);
        assert.match(done.output, new RegExp(`Usage: node scripts/org/${line.split(' ')[0]}.ts`));
        assert.match(done.output, /--dry-run/);
        assert.match(done.output, /Safe to run twice|cannot be undone/);
    }
    assert.deepEqual(sf.commands(), []);
});

test('a scratch org is made from nothing, in order, after the plan is printed', async () => {
    sf.answer('org list', { scratchOrgs: [] });
    sf.answer('org display', { username: 'me@example.com' });
    sf.answer('data query', { totalSize: 0, records: [] });
    const { status, output } = await script(
        'create',
        '--alias',
        'trial',
        '--edition',
        'developer',
        '--connector',
        'https://quo.example'
    );
    assert.equal(status, 0, output);
    assert.match(output, /1\. Create the scratch org trial \(developer, 7 days\)\n {3}npx sf org create scratch/);
    assert.match(output, /trusted from https:\/\/quo\.example/);
    const lines = changing(sf).map((words) => words.join(' '));
    assert.match(
        lines[0] ?? '',
        /^org create scratch --definition-file config\/project-scratch-def-developer\.json --alias trial/
    );
    assert.match(lines[1] ?? '', /^project deploy start --source-dir force-app\/main --target-org trial/);
    assert.match(lines[2] ?? '', /--source-dir unpackaged\/integration-user/);
    assert.match(lines.at(-1) ?? '', /^data import tree --plan scripts\/org\/sample\/plan\.json/);
    assert.equal(lines.filter((line) => line.startsWith('org assign permset')).length, 5);
    assert.ok(lines.some((line) => line.startsWith('project deploy start --source-dir unpackaged/trusted-site')));
    for (const { connector } of sf.fillings()) assert.equal(connector, 'https://quo.example');
});

test('run a second time, nothing is made, assigned or loaded again', async () => {
    const names = [
        'Quo_Admin',
        'Quo_Recording_Listener',
        'Quo_Transcript_Reader',
        'Quo_Integration',
        'Quo_Integration_Standard'
    ];
    sf.answer('org list', { scratchOrgs: [{ alias: 'quo', isExpired: false }] });
    sf.answer('org display', { username: 'me@example.com' });
    sf.answer('data query', { totalSize: 5, records: names.map((Name) => ({ PermissionSet: { Name } })) });
    const { status, output } = await script('create');
    assert.equal(status, 0, output);
    assert.deepEqual(
        changing(sf).map((words) => words.slice(0, 3).join(' ')),
        ['project deploy start', 'project deploy start'],
        'no address is trusted that nobody named'
    );
    assert.match(output, /Nothing to do: quo is there already/);
});

test('sample people of which only a part is there are not loaded again beside it', async () => {
    sf.answer('data query --query SELECT Id FROM Account', { totalSize: 1 });
    sf.answer('data query --query SELECT Id FROM OpportunityContactRole', { totalSize: 0 });
    const { status, output } = await script('sample-people', '--org', 'a');
    assert.equal(status, 1);
    assert.match(
        output,
        /1\. Failed: only a part of the sample is there; delete the accounts with the number QUO-SAMPLE/
    );
    assert.deepEqual(changing(sf), []);
});

test('a dry run prints the plan and asks the CLI nothing', async () => {
    const lists = [
        ['create'],
        ['deploy', '--org', 'a'],
        ['sample-people', '--org', 'a'],
        ['activate-pages', '--org', 'a'],
        ['activate-pages', '--org', 'a', '--namespace', 'acme'],
        ['queue', '--org', 'a', '--user', 'u@example.com', '--members', 'v@example.com'],
        [...INTEGRATION, '--role', 'CEO'],
        ['trusted-site', '--org', 'a', '--connector', 'https://quo.example'],
        ['package-version', 'create'],
        ['package-version', 'create', ...LINK],
        ['package-version', 'create', '--type', 'unlocked']
    ];
    for (const { done } of await each(lists.map((args) => [...args, '--dry-run']))) {
        assert.equal(done.status, 0, done.output);
        assert.match(done.output, /npx sf [^]*Dry run: nothing was done/);
    }
    assert.deepEqual(sf.commands(), []);
});

test('the first failure stops the rest and is told', async () => {
    sf.answer('org list', { scratchOrgs: [] });
    sf.answer('org create scratch', 'No Dev Hub is set', 1);
    const { status, output } = await script('create');
    assert.equal(status, 1);
    assert.match(output, /1\. Failed: No Dev Hub is set/);
    assert.equal(changing(sf).length, 1);
});

test('a deployment that an org refuses is told file by file, with what to do first', async () => {
    sf.answer('project deploy start', { details: { componentFailures: { fileName: 'a.object', problem: 'No' } } }, 1);
    const { status, output } = await script('deploy', '--org', 'a');
    assert.equal(status, 1);
    assert.match(output, /1\. Failed: a\.object: No/);
    assert.equal(changing(sf).length, 1);
});

test('options that make no sense are refused with the help, and nothing is done', async () => {
    const lists = [
        ['create', '--edition', 'group'],
        ['create', '--days', '31'],
        ['create', '--colour'],
        ['deploy'],
        ['assign', '--org', 'a', '--role', 'boss'],
        ['package-version', 'promote', '--version', 'x'],
        ['package-version'],
        ['package-version', 'create', '--connector', 'https://quo.example'],
        ['package-version', 'create', 'promote', ...LINK],
        ['package-version', 'create', '--type', 'beta'],
        ['package-version', 'create', '--type', 'unlocked', ...LINK],
        ['package-version', 'create', ...LINK.slice(0, 2)],
        ['package-version', 'create', ...LINK.slice(2)],
        ['package-version', 'create', '--oauth-link', 'Quo', ...LINK.slice(2)],
        ['package-version', 'create', '--guide', 'http://docs.example'],
        ['trusted-site', '--org', 'a'],
        ['trusted-site', '--connector', 'https://quo.example'],
        ['deploy', '--org', 'a', '--connector', 'http://quo.example'],
        ['deploy', '--org', 'a', '--connector', 'https://quo.example/console'],
        ['assign', '--org', 'a', 'manager'],
        ['activate-pages', '--org', 'a', '--namespace', 'no good'],
        ['queue', '--org', 'a']
    ];
    for (const { line, done } of await each(lists)) {
        assert.equal(done.status, 2, line);
        assert.match(done.output, /Usage:/);
    }
    assert.deepEqual(sf.commands(), []);
});

test('a version is promoted only with --yes, and only once', async () => {
    const version = ['promote', '--version', '04tAAAAAAAAAAAAAAA'];
    for (const words of [version, [...version.slice(1), 'promote']]) {
        const { status, output } = await script('package-version', ...words);
        assert.equal(status, 2);
        assert.match(output, /Nothing was done: this wants --yes/);
    }
    assert.deepEqual(sf.commands(), []);
    sf.answer('package version list', [{ SubscriberPackageVersionId: '04tAAAAAAAAAAAAAAA', IsReleased: true }]);
    assert.match((await script('package-version', ...version, '--yes')).output, /is released already/);
    assert.deepEqual(changing(sf), []);
    sf.answer('package version list', []);
    const { status, output } = await script('package-version', ...version, '--yes');
    assert.equal(status, 0, output);
    assert.match(output, /"ancestorVersion": "HIGHEST"/);
    assert.equal(changing(sf).length, 1);
});

test('pages of an installed package are activated under its namespace', async () => {
    const { status, output } = await script('activate-pages', '--org', 'prod', '--namespace', 'quo');
    assert.equal(status, 0, output);
    const words = changing(sf)[0] ?? [];
    assert.equal(fs.existsSync(words[words.indexOf('--source-dir') + 1] ?? ''), false, 'nothing is left behind');
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'quo-pages-'));
    namespacedPages(path.join(ROOT, 'unpackaged/page-activation'), folder, 'quo');
    const text = fs.readFileSync(path.join(folder, 'objects/Lead/Lead.object-meta.xml'), 'utf8');
    fs.rmSync(folder, { recursive: true });
    assert.match(text, /<content>quo__Quo_Lead_Record_Page<\/content>/);
});

test('every command and every flag that the scripts use is one of the pinned CLI’s', async () => {
    sf.answer('org list', { scratchOrgs: [] });
    sf.answer('org display', { username: 'me@example.com' });
    sf.answer('data query', { totalSize: 0, records: [] });
    await each([
        ['create', '--dev-hub', 'hub'],
        ['integration-user', '--org', 'a', '--user', 'u@example.com', '--role', 'CEO'],
        ['queue', '--org', 'a', '--user', 'u@example.com'],
        ['package-version', 'promote', '--version', '04tAAAAAAAAAAAAAAA', '--yes', '--dev-hub', 'hub']
    ]);
    const plans = await each(
        [[], [...LINK, ...PAGES], ['--type', 'unlocked']].map((more) => [
            'package-version',
            'create',
            ...more,
            '--dry-run'
        ])
    );
    const planned = plans.map(({ done }) => done.output).join('\n');
    const printed = [...planned.matchAll(/npx sf (.*)/g)].map((match) =>
        (match[1] ?? '').replaceAll(/'[^']*'/g, 'x').split(' ')
    );
    const commands = [...sf.commands(), ...printed];
    assert.ok(commands.length > 15);
    assert.deepEqual(commands.flatMap(unknownWords), []);
});
