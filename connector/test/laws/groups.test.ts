import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { GROUPS, testFiles } from '../together/groups.ts';

const TESTS = join(import.meta.dirname, '..');
/** Run by themselves, a process each. */
const ALONE = ['console', 'river', 'browser', 'together'];

test('every test file runs in one group, or by itself', async () => {
    const folders = [...Object.values(GROUPS).flat(), ...ALONE];
    const run = (await Promise.all(folders.map(testFiles))).flat();
    const all = await testFiles('.');
    assert.deepEqual(
        [...run].sort().map((file) => relative(TESTS, file)),
        all.map((file) => relative(TESTS, file))
    );
});

test('every group has its entry, which runs its tests', async () => {
    const entries = (await testFiles('together')).map((file) => relative(join(TESTS, 'together'), file));
    assert.deepEqual(
        entries,
        Object.keys(GROUPS)
            .map((name) => `${name}.test.ts`)
            .sort()
    );
    for (const folder of Object.values(GROUPS).flat()) assert.ok(existsSync(join(TESTS, folder)), folder);
});
