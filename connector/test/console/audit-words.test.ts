import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LANGUAGES, wordsOf } from '../../src/locales/catalogue.ts';

const SOURCE = new URL('../../src/', import.meta.url);

test('everything that is written to the audit log has its words, in each language', () => {
    const files = globSync('{web,console,compose,application}/**/*.ts', { cwd: SOURCE });
    const code = files.map((file) => readFileSync(new URL(file, SOURCE), 'utf8')).join('\n');
    const plain = [...code.matchAll(/\baction: (?:\w+ \? )?'([a-z.-]+)'(?: : '([a-z.-]+)')?/g)];
    const simple = [...code.matchAll(/\bsimply\('\/[a-z-]+', '([a-z.-]+)'/g)];
    const actions = [...plain, ...simple].flatMap(([, ...found]) => found).filter((one) => one !== undefined);
    assert.ok(actions.length > 20, String(actions.length));
    for (const action of [
        ...actions,
        'people.start',
        'people.pause',
        'people.resume',
        'connect.failed',
        'sign-in.failed'
    ])
        for (const language of LANGUAGES)
            assert.ok(
                wordsOf(language).monitoring.audit.actions[action] !== undefined || action === 'deny',
                `${language}: ${action}`
            );
});
