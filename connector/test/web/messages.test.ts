import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { argumentsOf, leaves } from '../fixtures/messages.ts';
import { bindMessages } from '../../src/locales/bind.ts';
import { MESSAGES } from '../../src/locales/catalogue.ts';

const messagesOf = (tree: unknown): ReadonlyMap<string, string> =>
    new Map(leaves(tree).map(([path, message]) => [path, String(message)]));
const ENGLISH = messagesOf(MESSAGES.en);
const said = bindMessages(
    { text: '“{seen}” isn’t known.', many: '{n, plural, one {# of {who}} other {# of {who}}}' } as const,
    'en-CA'
);

test('each language says all that the others say', () => {
    for (const [language, tree] of Object.entries(MESSAGES))
        assert.deepEqual([...messagesOf(tree).keys()].toSorted(), [...ENGLISH.keys()].toSorted(), language);
});

test('a message is told the same in every language', () => {
    for (const [language, tree] of Object.entries(MESSAGES))
        for (const [path, message] of messagesOf(tree)) {
            const english = argumentsOf(ENGLISH.get(path) ?? '');
            assert.deepEqual(
                new Map([...argumentsOf(message)].toSorted()),
                new Map([...english].toSorted()),
                `${language}${path}`
            );
        }
});

test('plain text is plain: what ICU would quote is not in it', () => {
    for (const tree of Object.values(MESSAGES))
        for (const [path, message] of messagesOf(tree)) {
            assert.ok(!message.includes("'"), `${path}: use ’`);
            if (message.includes('{')) continue;
            assert.deepEqual(parse(message, { ignoreTag: true })[0], { type: TYPE.literal, value: message }, path);
        }
});

test('whatever is inserted comes out as it was typed', () => {
    fc.assert(
        fc.property(fc.string({ unit: 'grapheme' }), (seen) => {
            assert.equal(said.text({ seen }), `“${seen}” isn’t known.`);
            assert.equal(said.many({ n: 2, who: seen }), `2 of ${seen}`);
        })
    );
    for (const seen of ['{seen}', "l'été", "''", "'{n}'", '{n, plural, other {#}}', '<b>#</b>', '', '# {'])
        assert.equal(said.text({ seen }), `“${seen}” isn’t known.`);
});

test('an argument that is forgotten or unknown does not compile', () => {
    // @ts-expect-error `seen` is missing
    assert.throws(() => said.text({}));
    // @ts-expect-error `n` is a number
    assert.equal(typeof said.many({ n: '2', who: 'x' }), 'string');
    // @ts-expect-error there is no such message
    assert.equal(said.other, undefined);
});
