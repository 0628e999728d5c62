import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Instructions with their arguments, continued lines joined. */
const instructions = read('Dockerfile')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => ({ name: line.slice(0, line.indexOf(' ')), rest: line.slice(line.indexOf(' ') + 1) }));

const of = (wanted: string): readonly string[] =>
    instructions.filter(({ name }) => name === wanted).map(({ rest }) => rest);

interface Service {
    readonly environment: Readonly<Record<string, string>>;
    readonly networks: readonly string[];
    readonly ports?: readonly string[];
    readonly read_only?: boolean;
    readonly cap_drop?: readonly string[];
    readonly tmpfs?: readonly string[];
}

const { services, networks } = parse(read('compose.yaml')) as {
    readonly services: Readonly<Record<'connector' | 'postgres' | 'caddy', Service>>;
    readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
};

test('there is one Node: of the image, of npm, of version managers, and of what the project asks for', () => {
    const { dependencies, engines } = JSON.parse(read('package.json')) as {
        readonly dependencies: Readonly<Record<string, string>>;
        readonly engines: Readonly<Record<string, string>>;
    };
    const [major = ''] = (dependencies['node'] ?? '').split('.');
    assert.match(major, /^\d+$/);
    assert.equal(engines['node'], `${major}.x`);
    assert.equal(read('.nvmrc').trim(), major);
    assert.ok(of('FROM').length > 1);
    for (const from of of('FROM')) assert.match(from, new RegExp(`^node:${major}-`));
});

test('the image does not run as root, and asks the connector itself whether it lives', () => {
    assert.match(of('USER').at(-1) ?? '', /^[1-9]\d*:[1-9]\d*$/);
    assert.match(of('HEALTHCHECK')[0] ?? '', /\/healthz/);
    const last = (wanted: string): number => instructions.findLastIndex(({ name }) => name === wanted);
    assert.ok(last('FROM') < last('USER'), 'the stage that runs has no user');
});

test('the builder gets what the image is made of, and nothing else', () => {
    const [everything, ...allowed] = read('.dockerignore')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'));
    assert.equal(everything, '*');
    const copied = of('COPY')
        .filter((rest) => !rest.startsWith('--from'))
        .flatMap((rest) => rest.split(' ').slice(0, -1));
    for (const path of copied) {
        assert.ok(existsSync(join(ROOT, path)), path);
        assert.ok(allowed.includes(`!${path}`), path);
    }
    // A folder on the way to one that is copied is let through, and what else it holds is not.
    const onTheWay = allowed.filter((line) => line.startsWith('!') && !copied.includes(line.slice(1)));
    for (const line of onTheWay) assert.ok(allowed.includes(`${line.slice(1)}/*`), line);
});

test('in the compose file, the connector can write nowhere and do nothing that root can', () => {
    const { connector } = services;
    assert.deepEqual(
        { readOnly: connector.read_only, dropped: connector.cap_drop, temporary: connector.tmpfs },
        { readOnly: true, dropped: ['ALL'], temporary: ['/tmp'] }
    );
});

test('in the compose file, only Caddy is reached from outside, and only the connector reaches the database', () => {
    assert.deepEqual(
        Object.entries(services).flatMap(([name, { ports }]) => (ports === undefined ? [] : [name])),
        ['caddy']
    );
    assert.deepEqual(services.postgres.networks, ['back']);
    assert.equal(networks['back']?.internal, true);
    assert.ok(!services.caddy.networks.includes('back'));
});

test('what the compose file sets, its program reads', () => {
    const example = read('config/connector.env.example');
    for (const name of Object.keys(services.connector.environment)) assert.ok(example.includes(`\n${name}=`), name);
    const caddyfile = read('config/hosting/Caddyfile');
    for (const name of Object.keys(services.caddy.environment)) assert.ok(caddyfile.includes(`{$${name}:`), name);
});

test('what the compose file has to be given, its first lines say', () => {
    const text = read('compose.yaml');
    const [head = ''] = text.split('\nname:');
    const asked = [...text.matchAll(/\$\{(\w+):\?/g)].map(([, name = '']) => name);
    assert.ok(asked.length > 0);
    for (const name of asked) assert.ok(head.includes(`${name}=`), name);
});

test('no settings and no secrets of a machine are ever committed', () => {
    const ignored = read('.gitignore').split('\n');
    for (const file of ['connector.env', '.env']) assert.ok(ignored.includes(file), file);
});
