import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flush } from '../../src/pipeline/flush.ts';
import { answeredCall, bench } from './pipeline-harness.ts';

test('a connection that is never out of work ends its turn after a bounded number of passes, and says that there is more', async () => {
    const it = await bench();
    let passes = 0;
    const tell = async () => {
        await it.tell(...answeredCall(`AC${passes}`));
        await it.query('update activities set due_at = now() where due_at is not null');
    };
    const claim = it.context.store.activities.claim.bind(it.context.store.activities);
    it.context.store.activities.claim = async (...given) => {
        passes += 1;
        await tell();
        return claim(...given);
    };
    await tell();
    assert.equal(await flush(it.context, it.connection, new AbortController().signal), 'again');
    assert.equal(passes, 10);
    assert.ok(it.task('AC0'));
});
