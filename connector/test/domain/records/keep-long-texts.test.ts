import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADDED_BELOW, sentenceLine } from '../../../src/domain/records/description/grammar/lines.ts';
import { keepTheirs } from '../../../src/domain/records/keep-theirs.ts';
import { SONA_CALL } from '../../../src/domain/records/names.ts';

const NAME = SONA_CALL.summary;
const wrote = (value: string | null) => ({ fields: { [NAME]: value }, parts: {} });
const keep = (wanted: string | null, held: string, ...written: readonly ReturnType<typeof wrote>[]) =>
    keepTheirs({ [NAME]: wanted }, { [NAME]: held }, written);

test('where we have nothing to say, a person’s text stays as it is, without a line of ours', () => {
    const { fields, kept } = keep(null, 'ma note', wrote(null));
    assert.deepEqual(fields, {});
    assert.deepEqual(kept, { fields: [], parts: { [NAME]: '' } });
});

test('a text that we have nothing in gets what comes late below theirs, paragraphs and all', () => {
    const { fields } = keep('Devis\n\nRappeler', 'ma note', wrote(null));
    assert.equal(fields[NAME], `ma note\n${ADDED_BELOW}\nDevis\n\nRappeler`);
});

test('what a lost write put there stands once, though a person wrote in it before we looked', () => {
    const [known, attempted] = [wrote('A'), wrote('A\nB')];
    const next = 'A\nB\nC';
    assert.equal(keep(next, 'A!\nB', attempted, known).fields[NAME], `A!\nB\n${ADDED_BELOW}\nC`);
    assert.equal(keep(next, 'A\nnote\nB', attempted, known).fields[NAME], 'A\nC\nnote\nB');
    assert.equal(keep(next, 'A\nnote', attempted, known).fields[NAME], 'A\nB\nC\nnote', 'it never arrived');
});

test('a text whose words a person deleted is empty, also where marks that nobody sees are left', () => {
    const ours = [sentenceLine('Manqué'), sentenceLine('Durée : 0 s')].join('\n');
    for (const left of ['', ' \r\n\t\u00A0', '\u2063\u200B', '\u2063\u200B\r\n\u2063\u200B\r\n'])
        assert.deepEqual(keep(ours, left, wrote(sentenceLine('Manqué'))), {
            fields: { [NAME]: ours },
            kept: { fields: [], parts: {} }
        });
});
