import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enrich } from '../../src/pipeline/enrich.ts';
import { answeredCall, bench } from './pipeline-harness.ts';

test('a call that was written while Quo could not be asked gets the names as soon as Quo answers', async () => {
    let isDown = true;
    const it = await bench({
        inboxes: async () => {
            if (isDown) throw new Error('no answer');
            return [{ id: 'PN1', name: 'Ventes', number: '+15145550100' }];
        }
    });
    const at = '2026-11-20T16:06:00.000Z';
    await it.tell(
        ...answeredCall('AC1'),
        { callId: 'AC1', at, kind: 'recordings', recordings: [], progress: 'absent' },
        { callId: 'AC1', at, kind: 'summary', progress: 'completed', summary: ['x'] },
        { callId: 'AC1', at, kind: 'transcript', progress: 'absent' }
    );
    await it.flush();
    assert.equal(it.task('AC1')?.['Subject'], '(514) 555-0100 - Appel entrant');
    isDown = false;
    await it.query('update activities set ask_at = now() where ask_at is not null');
    await enrich(it.context, it.connection, new AbortController().signal);
    await it.flush();
    assert.equal(it.task('AC1')?.['Subject'], 'Ventes (514) 555-0100 - Appel entrant');
});
