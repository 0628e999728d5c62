import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answeredCall, bench, type Bench } from './pipeline-harness.ts';

const SUBJECT = 'Ventes (514) 555-0100 - Appel entrant';
const MARIE = '005000000000001AAA';

/** A workspace that cannot be asked for the first tries. */
async function benchWithoutQuo(tries: number): Promise<Bench> {
    let left = tries;
    return bench({
        inboxes: async () => {
            left -= 1;
            if (left >= 0) throw new Error('Quo is slow today');
            return [{ id: 'PN1', name: 'Ventes', number: '+15145550100' }];
        }
    });
}

test('a call that was written while Quo could not be asked gets its inbox’s name and its owner once it can', async () => {
    const it = await benchWithoutQuo(3);
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    assert.notEqual(it.task('AC1')?.['Subject'], SUBJECT, 'the first write waits for nobody');
    for (let n = 0; n < 3; n += 1) await it.later();
    assert.equal(it.task('AC1')?.['Subject'], SUBJECT);
    assert.equal(it.task('AC1')?.['OwnerId'], MARIE);
    assert.equal(it.org.writes.length, 2, 'looking again costs no write while nothing is new');
});

test('it is looked at more and more rarely, and not for ever', async () => {
    const it = await benchWithoutQuo(Number.POSITIVE_INFINITY);
    await it.tell(...answeredCall('AC1'));
    const dueIn = async (): Promise<number | null> => {
        const sql = `select (extract(epoch from due_at - now()))::float8 as s from activities`;
        return (await it.rows<{ s: number | null }>(sql))[0]?.s ?? null;
    };
    const seen: (number | null)[] = [];
    for (const dirtyFor of ['1 second', '10 minutes', '5 hours', '8 days']) {
        await it.query(`update activities set pending_since = now() - interval '${dirtyFor}'`);
        await it.flush();
        const seconds = await dueIn();
        seen.push(seconds === null ? null : Math.round(seconds / 60));
    }
    assert.deepEqual(seen, [1, 10, 60, null]);
});
