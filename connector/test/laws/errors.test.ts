import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { action, ERROR_CODES, sentence } from '../../src/errors/errors.ts';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { ERRORS_PAGE, errorsPage } from '../../../scripts/docs/errors.ts';

test('every error says what happened and what to do, in each language', () => {
    for (const code of ERROR_CODES)
        for (const language of LANGUAGES) {
            const text = `${code} ${language}`;
            assert.match(sentence({ code }, language), /\p{Lu}.{10,}/su, text);
            assert.match(action({ code }, language), /\p{Lu}.{10,}[.!]$/su, text);
            assert.ok(!sentence({ code, seen: 'x' }, language).includes('{'), text);
        }
});

test('the page of errors lists exactly the errors that exist', () => {
    assert.equal(readFileSync(ERRORS_PAGE, 'utf8'), errorsPage(), 'run: npm run docs:errors');
});

const CONNECTOR = join(import.meta.dirname, '../..');

function textsOf(folder: string, isWanted: (file: string) => boolean): string {
    return readdirSync(join(CONNECTOR, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.includes('node_modules') && isWanted(file))
        .map((file) => readFileSync(join(CONNECTOR, folder, file), 'utf8'))
        .join('\n');
}

test('every error is raised somewhere', () => {
    const source = textsOf('src', (file) => !file.startsWith('locales/'));
    assert.deepEqual(
        ERROR_CODES.filter((code) => !source.includes(`'${code}'`)),
        []
    );
});

test('every error is raised by some test', () => {
    const tests = textsOf('test', (file) => file !== 'laws/errors.test.ts');
    assert.deepEqual(
        ERROR_CODES.filter((code) => !tests.includes(code)),
        []
    );
});
