import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { GROUPS, testFiles } from '../together/groups.ts';

const CONNECTOR = join(import.meta.dirname, '../..');
/** Run by themselves, a process each. */
const ALONE = ['test/console', 'test/real-orgs', 'test/river', 'test/faults', 'test/browser', 'test/together'];

test('every test file runs in one group, or by itself', async () => {
    const folders = [...Object.values(GROUPS).flat(), ...ALONE];
    const run = (await Promise.all(folders.map(testFiles))).flat();
    const all = (await Promise.all(['test', 'sandbox'].map(testFiles))).flat();
    assert.deepEqual(
        [...run].sort().map((file) => relative(CONNECTOR, file)),
        [...all].sort().map((file) => relative(CONNECTOR, file))
    );
});

test('every group has its entry, which runs its tests', async () => {
    const entries = (await testFiles('test/together')).map((file) => relative(join(CONNECTOR, 'test/together'), file));
    assert.deepEqual(
        entries,
        Object.keys(GROUPS)
            .map((name) => `${name}.test.ts`)
            .sort()
    );
    for (const folder of Object.values(GROUPS).flat()) assert.ok(existsSync(join(CONNECTOR, folder)), folder);
});

test('every group is run by one script, and that by `npm test`', () => {
    const { scripts } = JSON.parse(readFileSync(join(CONNECTOR, '../package.json'), 'utf8')) as {
        scripts: Readonly<Record<string, string>>;
    };
    const run = Object.entries(scripts).flatMap(([name, command]) => {
        const [, groups] = /together\/\{([\w,]+)\}\.test\.ts/.exec(command) ?? [];
        return (groups?.split(',') ?? []).map((group) => ({ group, name }));
    });
    assert.deepEqual(run.map(({ group }) => group).sort(), Object.keys(GROUPS).sort());
    for (const { name } of run) assert.ok(scripts['test']?.includes(`npm run ${name} `), name);
});
