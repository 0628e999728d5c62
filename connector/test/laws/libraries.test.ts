import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const WORKSPACES = ['packages/*/package.json', 'connector/sandbox/*/package.json'];
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

interface Manifest {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly optionalDependencies: Readonly<Record<string, string>>;
}
interface Lock {
    readonly packages: Readonly<Record<string, { readonly version?: string; readonly license?: string }>>;
}

/** The first table of the decision: name, version, licence. */
function described(): readonly string[][] {
    const [file = ''] = globSync('connector/decisions/*-libraries.md', { cwd: ROOT });
    const [, table = ''] = /\n\n(\| package[\s\S]*?)\n\n/.exec(read(file)) ?? [];
    const rows = table.split('\n').slice(2);
    return rows.map((row) => {
        const [, name = '', version = '', licence = ''] = row.split('|').map((cell) => cell.trim());
        return [name.replaceAll('`', ''), version, licence];
    });
}

test('every library that the connector runs with is decided on, as it is installed', () => {
    const { dependencies, optionalDependencies } = JSON.parse(read('package.json')) as Manifest;
    const { packages } = JSON.parse(read('package-lock.json')) as Lock;
    const installed = Object.entries({ ...dependencies, ...optionalDependencies }).map(([name, version]) => [
        name,
        version,
        packages[`node_modules/${name}`]?.license
    ]);
    assert.deepEqual(described().toSorted(byName), installed.toSorted(byName));
});

test('every version is exact, so that what was looked at is what runs', () => {
    for (const file of ['package.json', ...globSync(WORKSPACES, { cwd: ROOT })]) {
        const { dependencies = {}, optionalDependencies = {} } = JSON.parse(read(file)) as Partial<Manifest>;
        for (const [name, version] of Object.entries({ ...dependencies, ...optionalDependencies }))
            assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, `${file}: ${name}`);
    }
});

function byName([a = '']: readonly (string | undefined)[], [b = '']: readonly (string | undefined)[]): number {
    return a < b ? -1 : 1;
}
