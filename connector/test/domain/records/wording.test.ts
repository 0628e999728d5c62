import { RELATED_ENTRIES, type RelatedObject } from '../../../src/domain/objects/catalogue.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../../../src/domain/calls/call.ts';
import type { RelatedReason, Reason } from '../../../src/domain/people/match.ts';
import { durationText } from '../../../src/domain/records/duration.ts';
import { LANGUAGES } from '../../../src/locales/catalogue.ts';
import { wordingOf } from '../../../src/locales/records-wording.ts';

const number = '+14155550100';
const format = () => '(415) 555-0100';
const jane = { id: '0031', object: 'Contact', name: 'Jane Doe' } as const;
const ann = { id: '00Q1', object: 'Lead', name: 'Ann Lee' } as const;
const acme = { id: '0011', object: 'Account', name: 'Acme' } as const;

const REASONS: { readonly [C in Reason['code']]: Extract<Reason, { code: C }> } = {
    chosen: { code: 'chosen', number, who: jane },
    'duplicate-rule': { code: 'duplicate-rule', number, who: jane },
    merged: { code: 'merged', number, who: jane, was: 'J. Doe' },
    converted: { code: 'converted', number, who: jane, was: 'Ann Lee' },
    'only-match': { code: 'only-match', number, who: ann, field: 'Phone' },
    'contact-over-lead': { code: 'contact-over-lead', number, who: jane, field: 'Phone', others: [ann] },
    'same-person-twice': { code: 'same-person-twice', number, who: jane, others: [{ ...jane, name: 'jane doe' }] },
    'shared-line': { code: 'shared-line', number, who: acme, others: [jane, { ...jane, name: 'John Roe' }] },
    'account-number': { code: 'account-number', number, who: acme },
    kept: { code: 'kept', number, who: jane },
    'lead-created': { code: 'lead-created', number, who: ann },
    ambiguous: { code: 'ambiguous', number, others: [jane, ann] },
    possible: { code: 'possible', number, others: [jane] },
    'ignored-number': { code: 'ignored-number', number },
    nobody: { code: 'nobody', number },
    unreadable: { code: 'unreadable', seen: '72345' },
    hidden: { code: 'hidden' },
    'not-told': { code: 'not-told' },
    internal: { code: 'internal' },
    group: { code: 'group', parts: [{ code: 'nobody', number }, { code: 'hidden' }] }
};

for (const language of LANGUAGES) {
    const { reason: say } = wordingOf(language);

    test(`every reason is a sentence that names the number and everybody in it (${language})`, () => {
        for (const reason of Object.values(REASONS)) {
            const sentence = say(reason, format);
            assert.match(sentence, /^[\p{Lu}«“(].*\.$/u, sentence);
            if ('number' in reason) assert.ok(sentence.includes('(415) 555-0100'), sentence);
            if ('who' in reason) assert.ok(sentence.includes(reason.who.name), sentence);
            for (const other of 'others' in reason ? reason.others : [])
                assert.ok(sentence.includes(other.name), sentence);
        }
    });

    test(`no two reasons say the same (${language})`, () => {
        const sentences = Object.values(REASONS).map((reason) => say(reason, format));
        assert.equal(new Set(sentences).size, sentences.length);
    });
}

test('reasons read like this', () => {
    const { fr, en } = { fr: wordingOf('fr').reason, en: wordingOf('en').reason };
    assert.equal(
        fr(REASONS.ambiguous, format),
        'Plusieurs fiches ont le (415) 555-0100 et rien ne permet de trancher : Jane Doe (contact), Ann Lee (piste). À choisir.'
    );
    assert.equal(
        en(REASONS['only-match'], format),
        '(415) 555-0100 is the number of the lead Ann Lee (field Phone); nobody else has it.'
    );
    assert.equal(fr(REASONS.group, format), 'Aucune fiche n’a le (415) 555-0100. L’autre partie a masqué son numéro.');
});

test('who else has a number is named, and its own account as such', () => {
    const shared: Reason = { ...REASONS['only-match'], who: jane, account: 'Acme' };
    const { fr, en } = { fr: wordingOf('fr').reason, en: wordingOf('en').reason };
    assert.equal(
        en(shared, format),
        '(415) 555-0100 is the number of the contact Jane Doe (field Phone), shared with its account Acme.'
    );
    assert.equal(
        fr({ ...shared, others: [ann], several: true }, format),
        'Le (415) 555-0100 est le numéro du contact Jane Doe (champ Phone, un numéro parmi d’autres), partagé avec son compte Acme; c’est aussi celui de Ann Lee (piste).'
    );
    assert.equal(
        en(REASONS['contact-over-lead'], format),
        '(415) 555-0100 is the number of the contact Jane Doe (field Phone). It is also the number of Ann Lee (lead), but a contact goes before a lead.'
    );
});

test('what an activity is related to is explained in both languages', () => {
    const reasonsOf = (object: RelatedObject): readonly RelatedReason[] => [
        { object, code: 'only-open', name: 'Toiture', through: 'role' },
        { object, code: 'only-open', name: 'Toiture', through: 'account' },
        { object, code: 'most-recent', name: 'Toiture', through: 'role', of: 3 },
        { object, code: 'chosen', name: 'Toiture' },
        { object, code: 'chosen', name: '' },
        { object, code: 'several-open', of: 3 }
    ];
    const reasons = RELATED_ENTRIES.flatMap(({ apiName }) => reasonsOf(apiName));
    for (const language of LANGUAGES) {
        const sentences = reasons.map((reason) => wordingOf(language).related(reason));
        assert.equal(new Set(sentences).size, reasons.length);
        for (const sentence of sentences) assert.match(sentence, /^\p{Lu}.*\.$/u);
    }
    assert.equal(
        wordingOf('fr').related(reasonsOf('Opportunity')[2] as RelatedReason),
        'Opportunité «\u00A0Toiture\u00A0» : la plus récente des 3 opportunités ouvertes de cette personne.'
    );
    assert.equal(
        wordingOf('fr').related(reasonsOf('Case')[1] as RelatedReason),
        'Requête «\u00A0Toiture\u00A0» : la seule ouverte du compte.'
    );
});

test('every outcome has its words', () => {
    const outcomes: readonly Outcome[] = [
        'answered',
        'missed',
        'voicemail',
        'forwarded',
        'abandoned',
        'handled by Sona',
        'unanswered',
        'failed'
    ];
    for (const language of LANGUAGES) {
        const { status, outcome } = wordingOf(language);
        assert.equal(new Set(outcomes.map((one) => status(one, undefined))).size, outcomes.length);
        assert.equal(new Set(outcomes.map((one) => outcome[one])).size, outcomes.length);
    }
    assert.equal(wordingOf('fr').status('handled by Sona', 'Luc'), 'Géré par Sona, puis transféré à Luc');
    assert.equal(wordingOf('en').status('missed', undefined), 'Missed call');
});

test('durations are said in hours, minutes and seconds, as people say them', () => {
    const said = [0, 45, 59.6, 60, 125, 3_600, 3_720, 3_725, 90_000].map(durationText);
    assert.deepEqual(said, ['0 s', '45 s', '1 min', '1 min', '2 min 5 s', '1 h', '1 h 2 min', '1 h 2 min', '25 h']);
});
