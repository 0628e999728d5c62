import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ADDED_BELOW, sentenceLine } from '../../../src/domain/records/description/grammar/lines.ts';
import { keepTheirs, type Written } from '../../../src/domain/records/keep-theirs.ts';
import { SONA_CALL } from '../../../src/domain/records/names.ts';
import { visible } from '../description/written.ts';
import { anyEdit, platformEdit, stripMarks, type Edit } from './edits.ts';

/** All that we could ever say, each line once: lines with marks, and lines without as records of Sona have them. */
const SAID = ['Manqué', 'Durée : 2 min', 'Répondu par Luc', 'Résumé', 'Devis', 'Prochaines étapes :', '- Rappeler'];
const TEXTS = [
    { field: 'Description', pool: SAID.map((one) => sentenceLine(one)) },
    { field: SONA_CALL.summary, pool: SAID }
] as const;

interface Round {
    readonly edits: readonly Edit[];
    readonly next: string;
    /** Whether the answer to our write arrives, or is lost after the write was made, or before. */
    readonly answer: 'arrives' | 'is lost' | 'never written';
}
const rounds = (pool: readonly string[]): fc.Arbitrary<readonly Round[]> =>
    fc.array(
        fc.record({
            edits: fc.array(fc.oneof(anyEdit, platformEdit), { maxLength: 4 }),
            next: fc.shuffledSubarray([...pool]).map((lines) => lines.join('\n')),
            answer: fc.constantFrom('arrives', 'arrives', 'is lost', 'never written')
        }),
        { minLength: 1, maxLength: 5 }
    );

/** What a record holds and what we remember of it, over one round. */
interface Known {
    readonly held: string;
    readonly last: Written;
    readonly attempted?: Written | undefined;
}

/** @returns what the field holds before and after we wrote, and what we know then */
function play(field: string, known: Known, { edits, next, answer }: Round) {
    const before = edits.reduce((text, edit) => edit(text), known.held);
    const written = [known.attempted, known.last].filter((one) => one !== undefined);
    const { fields, kept } = keepTheirs({ [field]: next }, { [field]: before }, written);
    const sent = fields[field];
    const wanted: Written = { fields: { [field]: next }, parts: kept.parts };
    const after = typeof sent === 'string' ? sent : before;
    const isLost = answer !== 'arrives';
    const state: Known = {
        held: answer === 'never written' ? before : after,
        ...(isLost ? { last: known.last, attempted: wanted } : { last: wanted })
    };
    return { before, after, state };
}

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\n|\r/).map((line) => line.trimEnd());

/** What is not ours, line by line: white space around lines and empty lines left out. */
function theirsIn(text: string, pool: readonly string[]): readonly string[] {
    const ours = new Set([...pool, ADDED_BELOW]);
    const others = linesOf(text).filter((line) => !ours.has(line.trim()));
    return others.map((line) => visible(line).trim()).filter((line) => line !== '');
}

for (const { field, pool } of TEXTS) {
    test(`${field}: whatever others make of it and whatever comes late, theirs stays and ours stands once`, () => {
        fc.assert(
            fc.property(rounds(pool), (all) => {
                const first = pool.slice(0, 1).join();
                let known: Known = { held: first, last: { fields: { [field]: first }, parts: {} } };
                for (const round of all) {
                    const { before, after, state } = play(field, known, round);
                    assert.deepEqual(theirsIn(after, pool), theirsIn(before, pool));
                    for (const line of pool) {
                        const times = (text: string): number => linesOf(text).filter((one) => one === line).length;
                        assert.ok(times(after) <= Math.max(1, times(before)), JSON.stringify({ known, before, after }));
                    }
                    known = state;
                }
            }),
            { numRuns: 3_000 }
        );
    });
}

test('where an editor dropped our marks, theirs stays and what people see of ours stands once', () => {
    const { field, pool } = TEXTS[0];
    fc.assert(
        fc.property(
            fc.shuffledSubarray([...pool], { minLength: 1 }),
            fc.array(anyEdit, { maxLength: 2 }),
            (said, edits) => {
                let known: Known = { held: '', last: { fields: {}, parts: {} } };
                for (let n = 1; n <= said.length; n += 1) {
                    const next = said.slice(0, n).join('\n');
                    const changes = n === 2 ? [stripMarks] : n === 3 ? edits : [];
                    const { before, after, state } = play(field, known, { edits: changes, next, answer: 'arrives' });
                    const seen = (text: string) => linesOf(visible(text));
                    for (const line of SAID) {
                        const times = (text: string): number => seen(text).filter((one) => one === line).length;
                        assert.ok(times(after) <= Math.max(1, times(before)), JSON.stringify({ before, after }));
                    }
                    assert.deepEqual(theirsIn(after, pool), theirsIn(before, pool));
                    known = state;
                }
            }
        ),
        { numRuns: 1_000 }
    );
});

for (const [field, most] of [
    ['Description', 32_000],
    [SONA_CALL.summary, 32_768]
] as const)
    test(`${field}: at its limit of ${most} characters theirs stays whole, and nothing longer is sent`, () => {
        const note = fc.integer({ min: most - 60, max: most }).map((length) => 'é'.repeat(length));
        fc.assert(
            fc.property(note, fc.constantFrom('before', 'after'), fc.nat(80), (theirs, place, length) => {
                const ours = 'Manqué';
                const both = place === 'before' ? [theirs, ours] : [ours, theirs];
                const before = both.join('\n').slice(0, most);
                const { fields, kept } = keepTheirs(
                    { [field]: `${ours}${'!'.repeat(length)}\nDevis` },
                    { [field]: before },
                    [{ fields: { [field]: ours }, parts: {} }]
                );
                const after = fields[field] ?? before;
                assert.ok(typeof after === 'string' && after.length <= most);
                const times = (text: string): number => text.split('é').length;
                assert.equal(times(after), times(before));
                assert.deepEqual(kept.fields, field in fields ? [] : [field]);
            }),
            { numRuns: 60 }
        );
    });

test('a transcript of 131,072 characters that somebody corrected stays as it is', () => {
    const said = 'Bonjour. '.repeat(14_563).slice(0, 131_072);
    const held = { [SONA_CALL.transcript]: said.replace('Bonjour', 'Bonsoir') };
    const { fields, kept } = keepTheirs({ [SONA_CALL.transcript]: said.slice(0, -1) }, held, [
        { fields: { [SONA_CALL.transcript]: said }, parts: {} }
    ]);
    assert.deepEqual({ fields, kept: kept.fields }, { fields: {}, kept: [SONA_CALL.transcript] });
});
