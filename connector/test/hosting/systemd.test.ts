import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { without } from './program.ts';

const ROOT = join(import.meta.dirname, '../../..');
const UNIT = join(ROOT, 'config/hosting/quo-connector.service');
/** In tenths, as the program takes it: under 3, of 10. */
const MOST_EXPOSURE = '29';

const directives = readFileSync(UNIT, 'utf8')
    .split('\n')
    .flatMap((line) => {
        const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
        return name === undefined || value === undefined ? [] : [{ name, value }];
    });

const of = (wanted: string): readonly string[] =>
    directives.filter(({ name }) => name === wanted).map(({ value }) => value);

test('the unit keeps its data in its own folder, whatever DATA_DIR says in the file of the environment', () => {
    assert.match(readFileSync(join(ROOT, 'config/connector.env.example'), 'utf8'), /^DATA_DIR=\S/m);
    const [folder = ''] = of('StateDirectory');
    assert.notEqual(folder, '');
    // What EnvironmentFile= sets wins over Environment=, not over env (systemd.exec(5)).
    assert.equal(of('EnvironmentFile').length, 1);
    assert.ok(of('ExecStart')[0]?.startsWith(`/usr/bin/env DATA_DIR=%S/${folder} `));
});

test('the unit runs on the Node that npm brings, also without what is for developers', () => {
    const [folder = ''] = of('WorkingDirectory');
    const [, , node, script = ''] = of('ExecStart')[0]?.split(' ') ?? [];
    assert.equal(node, `${folder}/node_modules/.bin/node`);
    assert.ok(existsSync(join(ROOT, script)), script);
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
        readonly dependencies: Readonly<Record<string, string>>;
    };
    assert.match(dependencies['node'] ?? '', /^24\./);
});

test('the unit does not ask for what V8 cannot live with', () => {
    assert.deepEqual(of('MemoryDenyWriteExecute'), []);
});

test('systemd rates the exposure of the unit under 3', { skip: without('systemd-analyze') }, async () => {
    const check = ['security', '--offline=true', `--threshold=${MOST_EXPOSURE}`, '--no-pager', UNIT];
    const { stdout } = await promisify(execFile)('systemd-analyze', check);
    assert.match(stdout, /Overall exposure level/);
});
