import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Call } from '../../../src/domain/calls/call.ts';
import type { TranscriptLine } from '../../../src/domain/facts.ts';
import type { RenderContext } from '../../../src/domain/records/context.ts';
import { lines } from '../../../src/domain/records/fields.ts';
import { LENGTH } from '../../../src/domain/records/names.ts';
import { spokenLines, type SpokenLine } from '../../../src/domain/records/transcript/spoken-line.ts';
import { transcriptDrafts } from '../../../src/domain/records/transcript/transcript-drafts.ts';
import { transcriptParts } from '../../../src/domain/records/transcript/transcript-parts.ts';
import { aCall, aContext, SALES } from '../a-call.ts';
import { anyText } from '../arbitraries.ts';

const JANES = '+14155550100';
const TASK = '00T000000000001AAA';
const dialogue: readonly TranscriptLine[] = [
    { content: 'Acme, bonjour.', start: 0.52, end: 1.8, userId: 'US1' },
    { content: 'Bonjour, c’est pour la commande.', start: 2.1, end: 4.25, identifier: JANES }
];

const spoken = (said: readonly TranscriptLine[], changes: Partial<Call> = {}): Call =>
    aCall({ transcript: { progress: 'completed', dialogue: said }, ...changes });
const withTask = (changes: Partial<RenderContext> = {}, preferences = {}): RenderContext =>
    aContext({ recordId: (object) => (object === 'Task' ? TASK : undefined), ...changes }, preferences);

test('what was said on a call is one record: lines for the player, a copy for people, whose and about whom', () => {
    const [record, ...more] = transcriptDrafts(spoken(dialogue), withTask());
    assert.equal(more.length, 0);
    assert.deepEqual(
        [record?.object, record?.keyField, record?.key],
        ['Quo_Transcript__c', 'Transcript_Key__c', 'transcript_AC1_1']
    );
    const { Lines__c, ...fields } = record?.fields ?? {};
    assert.deepEqual(JSON.parse(String(Lines__c)), [
        { side: 'us', who: 'Marie Tremblay', start: 0.52, end: 1.8, text: 'Acme, bonjour.' },
        { side: 'them', who: 'Jane Doe', start: 2.1, end: 4.25, text: 'Bonjour, c’est pour la commande.' }
    ]);
    assert.deepEqual(fields, {
        Name: 'Jane Doe - 2026-11-20 11:00',
        OwnerId: '005000000000001AAA',
        Task_Id__c: TASK,
        Call_Id__c: 'AC1',
        Language__c: null,
        Part__c: 1,
        Parts__c: 1,
        Reading_Copy__c: 'Marie Tremblay\u00A0: Acme, bonjour.\nJane Doe\u00A0: Bonjour, c’est pour la commande.',
        Started_At__c: '2026-11-20T16:00:00.000Z',
        Inbox__c: 'Ventes',
        External_Number__c: JANES,
        Contact__c: '003000000000001AAA',
        Lead__c: null,
        Account__c: '001000000000001AAA',
        Case__c: null,
        Opportunity__c: null
    });
});

test('what the call is related to stands in its own lookup, a case as an opportunity, and what a person chose wins', () => {
    const related = (relatedId: string, more: Partial<RenderContext> = {}) => {
        const context = withTask();
        const match = { ...context.match, relatedId };
        const [record] = transcriptDrafts(spoken(dialogue), { ...context, match, ...more });
        return [record?.fields['Case__c'], record?.fields['Opportunity__c']];
    };
    assert.deepEqual(related('500000000000001AAA'), ['500000000000001AAA', null]);
    assert.deepEqual(related('006000000000001AAA'), [null, '006000000000001AAA']);
    const setByHand = { whatId: '006000000000002AAA' };
    assert.deepEqual(related('500000000000001AAA', { setByHand }), [null, '006000000000002AAA']);
});

test('a side is what Quo says, whatever people are called', () => {
    const sides = (context: RenderContext): unknown =>
        spokenLines(spoken(dialogue), context).map(({ side, who }) => `${side} ${who}`);
    const namesake = { personName: () => 'Marie Tremblay' };
    assert.deepEqual(sides(aContext(namesake)), ['us Marie Tremblay', 'them Marie Tremblay']);
    assert.deepEqual(sides(aContext({ userName: () => undefined })), ['us null', 'them Jane Doe']);
});

test('a number of the workspace’s own speaks for us', () => {
    const own = spokenLines(spoken([{ content: 'Oui', start: 0, end: 1, identifier: SALES.number }]), aContext());
    assert.deepEqual(
        own.map(({ side, who }) => [side, who]),
        [['us', null]]
    );
});

test('of several people on the other end each is called by the own number, never by the one who was matched', () => {
    const external = [JANES, '+14155550177'];
    const said = external.map((identifier): TranscriptLine => ({ content: 'Allô', start: 0, end: 1, identifier }));
    const unnamed = { content: 'Oui', start: 1, end: 2 };
    const heard = spokenLines(spoken([...said, unnamed], { external }), aContext());
    assert.deepEqual(
        heard.map(({ who }) => who),
        ['Jane Doe', '(415) 555-0177', null]
    );
});

test('a withheld number is nobody’s name', () => {
    const said = [{ content: 'Allô', start: 0, end: 1, identifier: 'anonymous' }];
    const match = { status: 'unmatched', reason: { code: 'hidden' }, duplicates: [] } as const;
    const [line] = spokenLines(spoken(said, { external: ['anonymous'] }), aContext({ match }));
    assert.deepEqual([line?.side, line?.who], ['them', null]);
});

test('nothing is written before the Task is there, nor where it is not wanted, not taken, or too old', () => {
    const call = spoken(dialogue);
    assert.deepEqual(transcriptDrafts(call, aContext()), []);
    assert.deepEqual(transcriptDrafts(call, withTask({}, { callTranscripts: false })), []);
    assert.deepEqual(transcriptDrafts(call, withTask({ takesTranscripts: false })), []);
    const kept = (now: string): number => transcriptDrafts(call, withTask({ now }, { transcriptDays: 30 })).length;
    assert.equal(kept('2026-12-20T15:59:59.999Z'), 1);
    assert.equal(kept('2026-12-20T16:00:00.000Z'), 0);
});

test('a queue owns the Task, the person who is credited owns what was said', () => {
    const [record] = transcriptDrafts(spoken(dialogue), withTask({ unmatchedOwnerId: '00G000000000001AAA' }));
    assert.equal(record?.fields['OwnerId'], '005000000000001AAA');
    const setByHand = { ownerId: '005000000000002AAA' };
    const [given] = transcriptDrafts(spoken(dialogue), withTask({ setByHand }));
    assert.equal(given?.fields['OwnerId'], '005000000000002AAA');
    const [nobody] = transcriptDrafts(spoken(dialogue), withTask({ ownerId: undefined }));
    assert.equal(nobody !== undefined && 'OwnerId' in nobody.fields, false);
});

test('a transcript of silence is none', () => {
    assert.deepEqual(transcriptDrafts(spoken([{ content: ' \n', start: 0, end: 1 }]), withTask()), []);
});

test('a transcript that one record does not hold continues in further ones, which say so', () => {
    const long = Array.from({ length: 400 }, (_, n) => ({
        content: `${n} ${'mot "cité" '.repeat(80)}`,
        start: n,
        end: n + 1,
        userId: 'US1'
    }));
    const records = transcriptDrafts(spoken(long), withTask());
    assert.ok(records.length > 2, `${records.length} records`);
    records.forEach(({ key, fields }, n) => {
        assert.equal(key, `transcript_AC1_${n + 1}`);
        assert.deepEqual([fields['Part__c'], fields['Parts__c']], [n + 1, records.length]);
        assert.match(String(fields['Name']), new RegExp(`\\(${n + 1}/${records.length}\\)$`));
    });
});

const line = fc.record(
    {
        content: fc.oneof(
            anyText,
            fc.tuple(anyText, fc.integer({ min: 1, max: 3_000 })).map(([text, times]) => text.repeat(times))
        ),
        start: fc.double({ min: 0, max: 7_200, noNaN: true }),
        end: fc.double({ min: 0, max: 7_200, noNaN: true }),
        userId: fc.constantFrom('US1', 'US9'),
        identifier: fc.constantFrom(JANES, 'anonymous', SALES.number)
    },
    { requiredKeys: ['content', 'start', 'end'] }
);

test('whatever is said, the parts together are the lines, and each fits its fields', () => {
    const context = withTask();
    fc.assert(
        fc.property(fc.array(line, { maxLength: 12 }), (said) => {
            const told = spokenLines(spoken(said), context);
            const parts = transcriptParts(told, context.wording);
            const read = parts.flatMap((part) => JSON.parse(part.lines) as SpokenLine[]);
            assert.deepEqual(read, told);
            assert.equal(told.map(({ text }) => text).join(''), said.map(({ content }) => lines(content)).join(''));
            for (const part of parts) {
                assert.ok(part.lines.length <= LENGTH['Quo_Transcript__c.Lines__c']);
                assert.ok(part.readingCopy.length <= LENGTH['Quo_Transcript__c.Reading_Copy__c']);
                assert.ok(part.lines.isWellFormed() && part.readingCopy.isWellFormed());
            }
            for (const { start, end } of told) assert.ok(end >= start && start >= 0);
        })
    );
});
