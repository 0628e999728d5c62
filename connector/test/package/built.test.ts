import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { unbuilt } from '../../../scripts/org/built.ts';

const dir = mkdtempSync(join(tmpdir(), 'quo-bundles-'));
after(() => rmSync(dir, { recursive: true }));
const bundle = join(dir, 'quoThing');
mkdirSync(bundle);
writeFileSync(join(bundle, 'quoThing.ts'), 'export {};');

test('a component that was never compiled, or changed since, is compiled before it is sent to an org', () => {
    assert.deepEqual(unbuilt(dir), ['quoThing']);
    writeFileSync(join(bundle, 'quoThing.js'), 'export {};');
    assert.deepEqual(unbuilt(dir), []);
    utimesSync(join(bundle, 'quoThing.js'), new Date(0), new Date(0));
    assert.deepEqual(unbuilt(dir), ['quoThing']);
});
