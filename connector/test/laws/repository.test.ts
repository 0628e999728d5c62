import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const exists = (file: string): boolean => existsSync(path.join(ROOT, file));
const { scripts, license } = JSON.parse(read('package.json')) as {
    readonly scripts: Readonly<Record<string, string>>;
    readonly license: string;
};

interface Step {
    readonly uses?: string;
    readonly run?: string;
}

interface Workflow {
    readonly on: Readonly<Record<string, unknown>>;
    readonly permissions: Readonly<Record<string, string>>;
    readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const workflows = new Map(
    readdirSync(path.join(ROOT, '.github/workflows')).map((file) => [
        file,
        parse(read(`.github/workflows/${file}`)) as Workflow
    ])
);
const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps);

test('every push and every pull request runs what the README tells a newcomer to run', () => {
    const ci = workflows.get('ci.yml');
    assert.ok(ci !== undefined);
    assert.ok('push' in ci.on && 'pull_request' in ci.on);
    assert.ok(stepsOf(ci).some(({ run }) => run === '.ci/run'));
    const [, commands = ''] = /^(npm ci && npm test)\b/m.exec(read('README.md')) ?? [];
    for (const command of commands.split(' && ')) assert.match(read('.ci/run'), new RegExp(`^${command}\\b`, 'm'));
});

test('a nightly run goes over it again, in other time zones', () => {
    const nightly = workflows.get('nightly.yml');
    assert.ok(nightly !== undefined && 'schedule' in nightly.on);
    assert.ok(stepsOf(nightly).some(({ run }) => run === '.ci/run'));
    assert.match(read('.github/workflows/nightly.yml'), /America\/Toronto/);
});

test('workflows may read and nothing else, and run only what this repository or GitHub’s own actions have', () => {
    for (const [file, workflow] of workflows) {
        assert.deepEqual(workflow.permissions, { contents: 'read' }, file);
        for (const { uses, run = '' } of stepsOf(workflow)) {
            if (uses !== undefined) assert.match(uses, /^actions\/[\w-]+@v\d+$/, file);
            for (const [, name = ''] of run.matchAll(/npm run ([\w:-]+)/g))
                assert.ok(scripts[name] !== undefined, name);
        }
    }
});

test('updates are asked for wherever there are dependencies', () => {
    const { updates } = parse(read('.github/dependabot.yml')) as {
        readonly updates: readonly Readonly<Record<string, string & readonly string[]>>[];
    };
    const asked = new Set(
        updates.flatMap((update) =>
            [update['directories'] ?? update['directory'] ?? []]
                .flat()
                .map((at) => `${update['package-ecosystem']} ${at}`)
        )
    );
    for (const [file, wanted] of [
        ['package-lock.json', 'npm /'],
        ['scripts/lwc-compiler/package-lock.json', 'npm /scripts/lwc-compiler'],
        ['Dockerfile', 'docker /'],
        ['compose.yaml', 'docker-compose /'],
        ['.github/workflows/ci.yml', 'github-actions /']
    ] as const) {
        assert.ok(exists(file), file);
        assert.ok(asked.has(wanted), wanted);
    }
});

test('editors indent and break lines as the formatter does', () => {
    const { tabWidth, printWidth } = JSON.parse(read('config/prettier.json')) as Readonly<Record<string, number>>;
    const [, all = ''] = /\[\*\]\n([\s\S]*?)\n\n/.exec(read('.editorconfig')) ?? [];
    for (const line of [`indent_size = ${tabWidth}`, `max_line_length = ${printWidth}`, 'indent_style = space'])
        assert.ok(all.split('\n').includes(line), line);
});

test('every entry of the debugger starts a program that is there', () => {
    const { configurations } = JSON.parse(read('.vscode/launch.json')) as {
        readonly configurations: readonly Readonly<Partial<Record<'program' | 'runtimeExecutable', string>>>[];
    };
    const programs = configurations.flatMap(({ program, runtimeExecutable }) => [program, runtimeExecutable]);
    const ours = programs.flatMap((each) => /^\$\{workspaceFolder\}\/(.+)$/.exec(each ?? '')?.[1] ?? []);
    assert.ok(ours.length > 3);
    for (const file of ours) assert.ok(exists(file), file);
});

test('the licence says what package.json says', () => {
    assert.equal(license, 'UNLICENSED');
    assert.match(read('LICENSE'), /All rights reserved/);
    assert.ok(read('LICENSE').includes(license));
});
