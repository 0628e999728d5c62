import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { page } from '../../src/console/ui/layout.ts';
import { leaves } from '../fixtures/messages.ts';
import { LANGUAGES, MESSAGES } from '../../src/locales/catalogue.ts';

/** Words that are the same in several languages, or names. */
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
    'Mobile',
    '{n, number}',
    '{minutes, number} min',
    '{hours, number} h {minutes, number} min'
]);

const textsOf = (tree: unknown): ReadonlyMap<string, string> =>
    new Map(leaves(tree).map(([path, message]) => [path, String(message)]));

test('nothing is left empty, and nothing is left in English', () => {
    const english = textsOf(MESSAGES.en);
    for (const language of LANGUAGES)
        for (const [path, text] of textsOf(MESSAGES[language])) {
            assert.ok(text.trim().length > 0, `${language}${path}`);
            if (language === 'en' || SAME.has(text)) continue;
            assert.notEqual(text, english.get(path), `${language}${path}: ${text}`);
        }
});

test('every page can be read in each of the other languages, named by its own name', () => {
    for (const language of LANGUAGES) {
        const session = { language, formToken: '' };
        const text = page({ session }, { path: '/sign-in', title: '', content: undefined });
        const offered = [...text.matchAll(/href="\/language\/(\w+)[^>]*>([^<]*)</g)].map(([, code, name]) => [
            code,
            name
        ]);
        assert.deepEqual(
            offered,
            LANGUAGES.filter((other) => other !== language).map((other) => [other, MESSAGES[other].frame.ownName])
        );
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
