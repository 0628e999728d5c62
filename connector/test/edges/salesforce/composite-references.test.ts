import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { WriteItem } from '../../../src/contracts/salesforce.ts';
import type { Draft } from '../../../src/domain/records/draft.ts';
import { task, sonaAnswer, sonaCall } from './drafts.ts';
import { simulatedOrg } from './simulated-org.ts';

const org = await simulatedOrg();

/** What Salesforce reads as a reference to another answer of a composite request, valid and not. */
const reference = fc.constantFrom(
    '@{name}',
    '@{collection0[0].id}',
    '@{collection1[0].id}',
    '@{collection0}',
    '@{',
    '@@{x}',
    'Bonjour @{prénom}, à demain'
);
const anything = fc.oneof({ weight: 3, arbitrary: reference }, fc.string({ maxLength: 20 }));
/** Salesforce trims a text and stores nothing for an empty one. */
const text = fc
    .array(anything, { minLength: 1, maxLength: 3 })
    .map((parts) => `x${parts.join(' ').toWellFormed().replaceAll(/\p{C}/gu, '')}x`);

const withFields = ({ draft, ...item }: WriteItem, fields: Draft['fields']): WriteItem => ({
    ...item,
    draft: { ...draft, fields: { ...draft.fields, ...fields } }
});

test('what people write is stored as they wrote it, whatever stands in it', async () => {
    let n = 0;
    await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 4 }), async (calls) => {
            const from = n;
            n += calls.length;
            const items = calls.flatMap(([description, summary, answer], index) => {
                const id = `AC${from + index}`;
                return [
                    task(`call_${id}`, { fields: { Subject: 'Appel', Description: description } }),
                    withFields(sonaCall(id), { Summary__c: summary }),
                    withFields(sonaAnswer(`${id}_1`, id), { Answer__c: answer })
                ];
            });
            const results = await org.org.write(items);
            assert.deepEqual(
                results.filter((result) => !result.ok),
                []
            );
            const tasks = new Map((await org.records('Task')).map((row) => [row.Quo_Key__c, row.Description]));
            const sona = new Map(
                (await org.records('Sona_Call__c')).map((row) => [row.Quo_Call_Id__c, row.Summary__c])
            );
            const answers = new Map(
                (await org.records('Sona_Answer__c')).map((row) => [row.Quo_Answer_Key__c, row.Answer__c])
            );
            for (const [index, [description, summary, answer]] of calls.entries()) {
                const id = `AC${from + index}`;
                assert.deepEqual(
                    [tasks.get(`call_${id}`), sona.get(id), answers.get(`${id}_1`)],
                    [description, summary, answer]
                );
            }
        }),
        { numRuns: 25 }
    );
});

test('texts without such marks still share one request', async () => {
    await org.org.vocabulary();
    const before = org.org.calls();
    await org.org.write([task('call_plain'), sonaCall('plain'), sonaAnswer('plain_1', 'plain')]);
    assert.equal(org.org.calls() - before, 1);
});
