import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readConfig } from '../../src/config.ts';

const example = readFileSync(new URL('../../../config/connector.env.example', import.meta.url), 'utf8');
const documented = new Set([...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name));

test('the example file shows exactly the variables that are read', () => {
    const read = new Set<string>();
    const env = new Proxy<Record<string, string>>({}, { get: (_, name) => void read.add(String(name)) });
    readConfig(env);
    // Some variables are read only once another one is set.
    const set: Record<string, string> = {
        DATABASE_URL: 'postgres://u:p@h/d',
        SECRET_KEY: Buffer.alloc(32).toString('base64')
    };
    const login = { SALESFORCE_CLIENT_ID: 'i', SALESFORCE_USERNAME: 'u', QUO_API_KEY: 'k' };
    assert.throws(() =>
        readConfig(
            new Proxy(
                { ...set, ...login },
                {
                    get: (target, name) => (read.add(String(name)), target[String(name)])
                }
            )
        )
    );
    assert.deepEqual([...read].sort(), [...documented].sort());
});
