import assert from 'node:assert/strict';
import test from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { groupCommit } from '../../../src/store/deliveries/group-commit.ts';
import { storableText } from '../../../src/domain/storable-text.ts';
import { jsonbText } from '../../../src/store/database/jsonb-text.ts';

const LIMITS = { items: 3, bytes: 100 };

test('requests that arrive while a commit is under way share the next one, and wait for it', async () => {
    const commits: (readonly number[])[] = [];
    const gates: PromiseWithResolvers<void>[] = [];
    const accept = groupCommit<number, number>(
        async (items) => {
            commits.push(items);
            const gate = Promise.withResolvers<void>();
            gates.push(gate);
            await gate.promise;
            return items.map((item) => item * 10);
        },
        () => 1,
        LIMITS
    );
    const first = accept(1);
    await turn();
    const others = Promise.all([accept(2), accept(3)]);
    await turn();
    assert.deepEqual(commits, [[1]]);
    gates[0]?.resolve();
    assert.equal(await first, 10);
    await turn();
    assert.deepEqual(commits, [[1], [2, 3]]);
    gates[1]?.resolve();
    assert.deepEqual(await others, [20, 30]);
});

test('a commit has at most so many items and bytes; one that is larger goes alone', async () => {
    const commits: (readonly number[])[] = [];
    const accept = groupCommit<number, number>(
        async (items) => {
            commits.push(items);
            return items;
        },
        (item) => item,
        LIMITS
    );
    await Promise.all([1, 2, 3, 4, 60, 60, 500, 1].map(accept));
    assert.deepEqual(commits, [[1, 2, 3], [4, 60], [60], [500], [1]]);
});

test('one that cannot be committed fails alone', async () => {
    const accept = groupCommit<number, number>(
        async (items) => {
            if (items.includes(2)) throw new Error('no');
            return items;
        },
        () => 1,
        LIMITS
    );
    const answers = await Promise.allSettled([1, 2, 3, 4].map(accept));
    assert.deepEqual(
        answers.map(({ status }) => status),
        ['fulfilled', 'rejected', 'fulfilled', 'fulfilled']
    );
});

test('what is stored as JSON is the value itself, with U+FFFD for what PostgreSQL refuses', () => {
    const clean = (text: string) =>
        text.replace(/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\uFFFD');
    const anyText = fc.string({ unit: 'binary' });
    const oddText = fc.array(
        fc.oneof(anyText, fc.constantFrom('\0', '\ud800', '\udc00', '\\', '\\u0000', '\\ud800', '"'))
    );
    fc.assert(
        fc.property(oddText, (parts) => {
            const text = parts.join('');
            assert.deepEqual(JSON.parse(jsonbText({ [text]: [text] })), { [clean(text)]: [clean(text)] });
            assert.equal(storableText(text), clean(text));
        }),
        { numRuns: 300 }
    );
});
