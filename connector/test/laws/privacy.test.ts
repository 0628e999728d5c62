import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const pages = ['docs/privacy.md', 'docs/privacy.fr.md'].map((file) => ({ file, text: read(file) }));

/** Tables that the migrations leave behind. */
function tables(): readonly string[] {
    const sql = globSync('connector/src/**/migrations/*.sql', { cwd: ROOT }).map(read).join('\n');
    const named = (pattern: RegExp): readonly string[] => [...sql.matchAll(pattern)].map(([, name = '']) => name);
    const dropped = new Set(named(/^drop table (?:if exists )?(\w+)/gim));
    const renamed = new Map([...sql.matchAll(/^alter table (\w+) rename to (\w+)/gim)].map(([, was, is]) => [was, is]));
    return named(/^create table (?:if not exists )?(\w+)/gim)
        .filter((name) => !dropped.has(name))
        .map((name) => renamed.get(name) ?? name);
}

test('the privacy page says of every table what it holds of people', () => {
    assert.ok(tables().length > 15);
    for (const { file, text } of pages)
        for (const table of tables()) assert.match(text, new RegExp(`^\\|.*\`${table}\``, 'm'), `${file}: ${table}`);
});

test('the privacy page is as complete in French as in English', () => {
    const shapes = pages.map(({ text }) => ({
        headings: [...text.matchAll(/^(#+) /gm)].map(([, level]) => level),
        rows: [...text.matchAll(/^\|/gm)].length,
        steps: [...text.matchAll(/^(\d+)\. /gm)].map(([, n]) => n),
        names: [...new Set([...text.matchAll(/`([A-Za-z_]+)`/g)].map(([, name]) => name))].sort()
    }));
    assert.deepEqual(shapes[0], shapes[1]);
});
