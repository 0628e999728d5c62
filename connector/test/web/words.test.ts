import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { leaves } from '../fixtures/messages.ts';
import { MESSAGES } from '../../src/locales/catalogue.ts';

/** Words that are the same in both languages, or names. */
const SAME = new Set([
    'Salesforce',
    'Quo',
    '1. Salesforce',
    '2. Quo',
    'Description',
    'Type',
    'Note',
    'Notes',
    'Production',
    '{minutes, number} min',
    '{hours, number} h {minutes, number} min'
]);

const textsOf = (tree: unknown): ReadonlyMap<string, string> =>
    new Map(leaves(tree).map(([path, message]) => [path, String(message)]));

test('every word of the console exists in both languages, and French is French', () => {
    const french = textsOf(MESSAGES.fr);
    const english = textsOf(MESSAGES.en);
    assert.deepEqual([...french.keys()].sort(), [...english.keys()].sort());
    for (const [path, text] of english) {
        assert.ok(text.trim().length > 0, path);
        assert.ok((french.get(path) ?? '').trim().length > 0, path);
        if (SAME.has(text)) continue;
        assert.notEqual(french.get(path), text, `${path}: ${text}`);
    }
});

test('pages say nothing that is not among the words', () => {
    const folder = new URL('../../src/console/', import.meta.url);
    for (const file of globSync('*/*.ts', { cwd: folder, exclude: ['*/*.routes.ts'] })) {
        const code = readFileSync(new URL(file, folder), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        const literal = [...code.matchAll(/>([^<>${}`]*)</g)].map(([, text = '']) => text.trim());
        const spoken = literal.filter((text) => /[A-Za-z]{3,}/.test(text) && !/[=;(&]/.test(text));
        assert.deepEqual(spoken, [], file);
    }
});
