import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { compositeReads } from '../../../src/salesforce/rest/composite.ts';
import { gatherReads } from '../../../src/salesforce/rest/gather-reads.ts';
import type { OrgRequest, Session } from '../../../src/salesforce/rest/session.ts';

const Body = z.object({ compositeRequest: z.array(z.object({ url: z.string(), referenceId: z.string() })) });

/** An org that answers each read with its own address, and keeps what was sent. */
function echoingSession(fails = false): { readonly session: Session; readonly sent: (readonly string[])[] } {
    const sent: (readonly string[])[] = [];
    const request = async ({ body }: OrgRequest): Promise<unknown> => {
        const { compositeRequest } = Body.parse(body);
        sent.push(compositeRequest.map(({ url }) => url));
        if (fails) throw new Error('away');
        return {
            // Salesforce answers in the order asked; nothing here relies on it.
            compositeResponse: compositeRequest
                .map(({ url, referenceId }) => ({ body: url, httpStatusCode: 200, referenceId }))
                .toReversed()
        };
    };
    const tokens = async (): Promise<never> => Promise.reject(new Error('not asked for'));
    return { session: { root: '/v', request, tokens, allowance: () => undefined, calls: () => sent.length }, sent };
}

const describe = fc.nat(99).map((n) => `/v/sobjects/Object${n}/describe`);
const query = fc.nat(99).map((n) => `/v/query?q=SELECT ${n}`);
const paths = fc.oneof(
    fc.array(describe, { minLength: 1, maxLength: 25 }),
    fc.array(query, { minLength: 1, maxLength: 5 })
);

test('whoever asks gets the answers to what was asked, in order, whatever else is asked at the same moment', async () => {
    await fc.assert(
        fc.asyncProperty(fc.array(paths, { minLength: 1, maxLength: 12 }), async (asked) => {
            const { session, sent } = echoingSession();
            const gathered = gatherReads(session);
            const answers = await Promise.all(asked.map(async (some) => compositeReads(gathered, some)));
            assert.deepEqual(
                answers.map((parts) => parts.map(({ body }) => body)),
                asked
            );
            for (const request of sent) {
                assert.ok(request.length <= 25);
                assert.ok(request.filter((path) => path.includes('/query?')).length <= 5);
            }
            assert.deepEqual(sent.flat(), asked.flat());
        })
    );
});

test('what is asked in one moment is one API call, and what is asked later another', async () => {
    const { session, sent } = echoingSession();
    const gathered = gatherReads(session);
    await Promise.all([compositeReads(gathered, ['/v/query?q=a', '/v/b']), compositeReads(gathered, ['/v/query?q=c'])]);
    await compositeReads(gathered, ['/v/d']);
    assert.deepEqual(sent, [['/v/query?q=a', '/v/b', '/v/query?q=c'], ['/v/d']]);
});

test('an org that is away is told to everybody who asked, and the next moment asks anew', async () => {
    const { session, sent } = echoingSession(true);
    const gathered = gatherReads(session);
    const results = await Promise.allSettled([compositeReads(gathered, ['/v/a']), compositeReads(gathered, ['/v/b'])]);
    assert.deepEqual(
        results.map(({ status }) => status),
        ['rejected', 'rejected']
    );
    await assert.rejects(compositeReads(gathered, ['/v/a']), /away/);
    assert.equal(sent.length, 2);
});
