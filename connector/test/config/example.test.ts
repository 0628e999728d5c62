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
    // Some variables are read only once another one is set.
    const store = { DATABASE_URL: 'postgres://u:p@h/d', SECRET_KEY: Buffer.alloc(32).toString('base64') };
    const login = { SALESFORCE_CLIENT_ID: 'i', SALESFORCE_USERNAME: 'u', QUO_API_KEY: 'k' };
    assert.throws(() => readConfig(noting({ ...store, ...login }, read)));
    assert.deepEqual([...read].sort(), documented.toSorted());
});
