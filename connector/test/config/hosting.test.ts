import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const HOSTING = new URL('../../../config/hosting/', import.meta.url);
const EXAMPLE = readFileSync(new URL('../../../config/connector.env.example', import.meta.url), 'utf8');
const variables = new Set([...EXAMPLE.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name));
const read = (name: string): string => readFileSync(new URL(name, HOSTING), 'utf8');

test('the examples of hosting name variables that exist', () => {
    for (const name of readdirSync(HOSTING))
        for (const [, variable] of read(name).matchAll(/\b([A-Z]+(?:_[A-Z]+)*)=/g))
            assert.ok(variables.has(variable), `${name}: ${variable}`);
});

test('the proxies lead to the port that the connector listens on by default, and say who calls', () => {
    for (const name of ['Caddyfile', 'nginx.conf']) {
        assert.match(read(name), /127\.0\.0\.1:3000/, name);
        assert.match(read(name), /TRUSTED_PROXIES=1/, name);
    }
    assert.match(read('nginx.conf'), /proxy_set_header X-Forwarded-For \$remote_addr;/);
});

test('what the unit starts is there', () => {
    const [, script = ''] = /^ExecStart=.* (\S+\.ts)$/m.exec(read('quo-connector.service')) ?? [];
    assert.ok(readFileSync(new URL(`../../${script}`, HOSTING), 'utf8').length > 0);
});
