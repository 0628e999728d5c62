import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readConfig } from '../../src/config/config.ts';

const example = readFileSync(new URL('../../../config/connector.env.example', import.meta.url), 'utf8');
const documented = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);

/** An environment that notes which variables are asked for. */
function noting(values: Readonly<Record<string, string>>, read: Set<string>): Record<string, string> {
    return new Proxy<Record<string, string>>(values, {
        get: (target, name) => {
            read.add(String(name));
            return target[String(name)];
        }
    });
}

test('the example file shows exactly the variables that are read', () => {
    const read = new Set<string>();
    readConfig(noting({}, read));
    assert.deepEqual([...read].sort(), documented.toSorted());
});
