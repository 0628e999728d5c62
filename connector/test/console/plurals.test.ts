import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countIn } from '../../src/console/locales/plural.ts';
import { wordsOf } from '../../src/console/locales/words.ts';

/** Every sentence that holds numbers, told with the same number everywhere. */
function toldWith(n: number, value: unknown, path = ''): readonly (readonly [string, string])[] {
    if (typeof value === 'string') return [];
    if (typeof value === 'function')
        return [[path, String((value as (...numbers: number[]) => unknown)(n, n, n, n, n))]];
    return Object.entries(value as object).flatMap(([key, inner]) => toldWith(n, inner, `${path}.${key}`));
}

test('numbers take the form that the language gives them', () => {
    const english = countIn('en');
    const french = countIn('fr');
    assert.deepEqual(
        [0, 1, 2].map((n) => english(n, '# call', '# calls')),
        ['0 calls', '1 call', '2 calls']
    );
    assert.deepEqual(
        [0, 1, 2].map((n) => french(n, '# appel', '# appels')),
        ['0 appel', '1 appel', '2 appels']
    );
    assert.equal(english(12_345, '# call', '# calls'), '12,345 calls');
});

test('one is never said in the plural, in either language', () => {
    for (const [path, text] of toldWith(1, wordsOf('en')))
        assert.doesNotMatch(text, /(?<!\d[.,]?|of )\b1 (?!is\b|was\b|has\b|needs\b|waits\b)[a-z]+s\b/, path);
    for (const n of [0, 1])
        for (const [path, text] of toldWith(n, wordsOf('fr')))
            assert.doesNotMatch(text, new RegExp(`(?<!sur |\\d)\\b${n} (?!fois\\b)\\p{L}+s\\b`, 'u'), path);
});

test('several are never said in the singular', () => {
    for (const language of ['en', 'fr'] as const) {
        const one = new Map(toldWith(1, wordsOf(language)));
        for (const [path, text] of toldWith(5, wordsOf(language))) {
            assert.ok(!/\b5 (call|record|user|number|fact|delivery|request|person|connection)\b/.test(text), path);
            assert.ok(
                !/\b5 (appel|fiche|numéro|utilisateur|livraison|fait|personne|requête|connexion)\b/.test(text),
                path
            );
            assert.ok(one.has(path));
        }
    }
});
