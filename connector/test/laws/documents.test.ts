import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { CATALOGUE } from '../../src/domain/preferences/catalogue.ts';
import { ERROR_CODES, sentence, type ErrorCode } from '../../src/errors/errors.ts';
import { wordsOf } from '../../src/locales/catalogue.ts';
import { DOCUMENTS, preferencesTable, withTable } from '../../../scripts/docs/preferences.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const LINES_OF_README = 120;

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'connector/README.md',
    'connector/ARCHITECTURE.md',
    'connector/CHANGELOG.md'
]
    .concat(globSync(['docs/*.md', 'connector/decisions/*.md'], { cwd: ROOT }))
    .map((file) => ({ file, text: read(file) }));
const guides = documents.filter(({ file }) => /admin-guide\.(en|fr)\.md$/.test(file));
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Everything that stands in backticks or in a fenced block. */
function codeIn(text: string): string {
    const fenced = [...text.matchAll(/^```.*\n([\s\S]*?)^```/gm)].map(([, code]) => code);
    const inline = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);
    return [...fenced, ...inline].join('\n');
}

test('the README can be read in one sitting', () => {
    const lines = read('README.md').trimEnd().split('\n').length;
    assert.ok(lines <= LINES_OF_README, `${lines} lines`);
});

test('every npm script that a document names exists', () => {
    for (const { file, text } of documents)
        for (const [, name = ''] of codeIn(text).matchAll(/npm run ([\w:-]+)/g))
            assert.ok(scripts[name] !== undefined, `${file}: npm run ${name}`);
    for (const name of ['start', 'test']) assert.ok(scripts[name] !== undefined, name);
});

test('every program that a document runs with node exists', () => {
    for (const { file, text } of documents)
        for (const [, program = ''] of codeIn(text).matchAll(/\bnode (\S+\.ts)/g))
            assert.ok(existsSync(path.join(ROOT, program)), `${file}: ${program}`);
});

test('every link from a document to a file leads somewhere', () => {
    for (const { file, text } of documents)
        for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
            if (/^(https?:|#)/.test(target)) continue;
            const [place = ''] = target.split('#');
            assert.ok(existsSync(path.resolve(ROOT, path.dirname(file), place)), `${file}: ${target}`);
        }
});

test('every error code that a document names can happen', () => {
    const known = new Set<string>(ERROR_CODES);
    for (const { file, text } of documents)
        for (const [code] of text.matchAll(/\b(CONFIG|PIPE|QUO|SF|STORE|WEB|WEBHOOK)-[A-Z][A-Z-]*[A-Z]\b/g))
            assert.ok(known.has(code), `${file}: ${code}`);
});

test('the admin guide quotes errors as the product shows them', () => {
    for (const { file, text } of guides) {
        const language = file.endsWith('.fr.md') ? 'fr' : 'en';
        const rows = [...text.matchAll(/^\| `([A-Z]+-[A-Z-]+)` +\| ([^|]+?) +\|/gm)];
        assert.ok(rows.length > 10, file);
        for (const [, code = '', quoted = ''] of rows) {
            const shown = sentence({ code: code as ErrorCode, seen: '…' }, language).replaceAll('\u00A0', ' ');
            assert.ok(shown.startsWith(quoted), `${file}: ${code} says "${shown}"`);
        }
    }
});

test('every variable that a document names is in the example of the environment', () => {
    const known = read('config/connector.env.example');
    const variable = /`((?:SALESFORCE|QUO)_[A-Z_]+|[A-Z]+_(?:URL|DIR|KEY|TOKEN|FILE|SECONDS|PROXIES))`/g;
    const elsewhere = new Set(['QUO_CONNECTOR_URL', 'QUO_CONTACT_EMAIL']);
    for (const { file, text } of documents)
        for (const [, name = ''] of text.matchAll(variable))
            assert.ok(elsewhere.has(name) || known.includes(`${name}=`), `${file}: ${name}`);
});

test('every preference is in the table of each document, as the catalogue and its words say', () => {
    for (const { file, language } of DOCUMENTS) {
        const text = readFileSync(file, 'utf8');
        const table = preferencesTable(wordsOf(language).preferences);
        assert.equal(text, withTable(text, table), `${file.pathname}: run npm run docs:preferences`);
        for (const key of Object.keys(CATALOGUE)) assert.ok(table.includes(`| \`${key}\` `), key);
    }
});

test('the admin guide names every permission set, in both languages', () => {
    const sets = globSync('{force-app,unpackaged}/**/*.permissionset-meta.xml', { cwd: ROOT });
    assert.ok(sets.length > 0);
    for (const { file, text } of guides)
        for (const set of sets)
            assert.ok(text.includes(path.basename(set).split('.')[0] ?? ''), `${file}: ${path.basename(set)}`);
});

test('the admin guide is as complete in French as in English', () => {
    const shapes = guides.map(({ text }) => {
        const body = text.replaceAll(/^```[\s\S]*?^```/gm, '');
        return {
            headings: [...body.matchAll(/^(#+) /gm)].map(([, level]) => level),
            rows: [...body.matchAll(/^\|/gm)].length,
            codes: [...new Set([...body.matchAll(/\b(?:SF|QUO|WEB|WEBHOOK|PIPE|STORE)-[A-Z-]+\b/g)].map(([c]) => c))]
        };
    });
    assert.deepEqual(shapes[0], shapes[1]);
});

test('decisions are numbered without a gap, and each has a date', () => {
    const numbered = documents.filter(({ file }) => /decisions\/\d{3}-/.test(file));
    const numbers = numbered.map(({ file }) => Number(path.basename(file).slice(0, 3))).toSorted((a, b) => a - b);
    assert.deepEqual(
        numbers,
        numbers.map((_, index) => index + 1)
    );
    for (const { file, text } of numbered) assert.match(text, /^\d{4}-\d{2}-\d{2}$/m, file);
});

test('every file and folder that the architecture names is there', () => {
    const text = read('connector/ARCHITECTURE.md');
    const named = [...text.matchAll(/`((?:[\w-]+\/)+[\w.-]*)`/g)].flatMap(([, name]) => name ?? []);
    assert.ok(named.length > 30, String(named.length));
    for (const name of named)
        assert.ok(
            ['connector/src', 'connector', '.'].some((folder) => existsSync(path.join(ROOT, folder, name))),
            name
        );
});
