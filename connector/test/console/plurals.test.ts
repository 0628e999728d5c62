import assert from 'node:assert/strict';
import { test } from 'node:test';
import { argumentsOf, leaves } from '../fixtures/messages.ts';
import { MESSAGES, wordsOf, type Language } from '../../src/locales/catalogue.ts';
import { bindMessages } from '../../src/locales/bind.ts';

/** Every sentence that holds numbers, told with the same number everywhere. */
function toldWith(n: number, language: Language): readonly (readonly [string, string])[] {
    const messages = new Map(leaves(MESSAGES[language]).filter(([path]) => !path.startsWith('.errors')));
    return leaves(wordsOf(language)).flatMap(([path, say]) => {
        const message = messages.get(path);
        if (typeof say !== 'function' || typeof message !== 'string') return [];
        const told = [...argumentsOf(message)];
        if (!told.some(([, kind]) => kind === 'number')) return [];
        const values = Object.fromEntries(told.map(([name, kind]) => [name, kind === 'number' ? n : 'Text']));
        return [[path, String((say as (values: unknown) => unknown)(values))]];
    });
}

test('numbers take the form that the language gives them', () => {
    const english = bindMessages({ calls: '{n, plural, one {# call} other {# calls}}' } as const, 'en-CA');
    const french = bindMessages({ calls: '{n, plural, one {# appel} other {# appels}}' } as const, 'fr-CA');
    assert.deepEqual(
        [0, 1, 2].map((n) => english.calls({ n })),
        ['0 calls', '1 call', '2 calls']
    );
    assert.deepEqual(
        [0, 1, 2].map((n) => french.calls({ n })),
        ['0 appel', '1 appel', '2 appels']
    );
    assert.equal(english.calls({ n: 12_345 }), '12,345 calls');
});

test('one is never said in the plural, in either language', () => {
    assert.ok(toldWith(1, 'en').length > 30);
    for (const [path, text] of toldWith(1, 'en'))
        assert.doesNotMatch(text, /(?<!\d[.,]?|of )\b1 (?!is\b|was\b|has\b|needs\b|waits\b)[a-z]+s\b/, path);
    for (const n of [0, 1])
        for (const [path, text] of toldWith(n, 'fr'))
            assert.doesNotMatch(text, new RegExp(`(?<!sur |\\d)\\b${n} (?!fois\\b)\\p{L}+s\\b`, 'u'), path);
});

test('several are never said in the singular', () => {
    for (const language of ['en', 'fr'] as const) {
        const one = new Map(toldWith(1, language));
        for (const [path, text] of toldWith(5, language)) {
            assert.ok(!/\b5 (call|record|user|number|fact|delivery|request|person|connection)\b/.test(text), path);
            assert.ok(
                !/\b5 (appel|fiche|numéro|utilisateur|livraison|fait|personne|requête|connexion)\b/.test(text),
                path
            );
            assert.ok(one.has(path));
        }
    }
});
