import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createRequire } from 'node:module';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const RULES = ['no-restricted-syntax', 'no-restricted-globals'];

const { default: config } = createRequire(import.meta.url)('../../../eslint.config.js') as {
    readonly default: readonly Linter.Config[];
};

/** The project's own rules of purity for a file, without those that need types. */
const rules: Linter.Config[] = config
    .filter(({ rules: some }) => RULES.some((name) => some?.[name] !== undefined))
    .map(({ files, ignores, rules: some }) => ({
        ...(files === undefined ? {} : { files }),
        ...(ignores === undefined ? {} : { ignores }),
        languageOptions: { parser: tseslint.parser },
        rules: Object.fromEntries(Object.entries(some ?? {}).filter(([name]) => RULES.includes(name)))
    }));

function faults(file: string, text: string): readonly string[] {
    const linter = new Linter({ configType: 'flat', cwd: ROOT });
    return linter.verify(text, rules, { filename: path.join(ROOT, file) }).map(({ message }) => message);
}

test('the domain has no clock and no randomness', () => {
    for (const line of [
        'export const now = (): number => Date.now();',
        'export const now = (): Date => new Date();',
        'export const now = (): string => Date();',
        'export const dice = (): number => Math.random();',
        'export const now = (): number => performance.now();',
        'export const id = (): string => crypto.randomUUID();',
        'export const later = (): unknown => setTimeout(() => 1, 5);',
        `export const day = (at: Date): string => new Intl.DateTimeFormat('fr').format(at);`,
        'export const port = process.env.PORT;'
    ])
        assert.equal(faults('connector/src/domain/calls/call.ts', line).length, 1, line);
    for (const line of [
        'export const at = (instant: string): Date => new Date(instant);',
        `export const day = (at: Date, timeZone: string) => new Intl.DateTimeFormat('fr', { timeZone }).format(at);`
    ])
        assert.deepEqual(faults('connector/src/domain/calls/call.ts', line), [], line);
});

test('only main.ts touches process', () => {
    const line = 'export const port = process.env.PORT;';
    for (const file of ['pipeline/receive.ts', 'store/open.ts', 'compose/compose.ts', 'application/context.ts'])
        assert.deepEqual(faults(`connector/src/${file}`, line), ['Only main.ts touches process.'].map(said), file);
    assert.deepEqual(faults('connector/src/main.ts', line), [
        'No matching configuration found for ' + path.join(ROOT, 'connector/src/main.ts') + '.'
    ]);
});

function said(message: string): string {
    return `Unexpected use of 'process'. ${message}`;
}

test('the rules are those that `npm run lint` reads', () => {
    assert.match(readFileSync(path.join(ROOT, 'package.json'), 'utf8'), /"lint": "eslint --max-warnings=0 \./);
});
