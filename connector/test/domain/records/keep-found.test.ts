import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageLines, partLine } from '../../../src/domain/records/description/grammar/messages.ts';
import { keepFound } from '../../../src/domain/records/keep-found.ts';
import { keepTheirs } from '../../../src/domain/records/keep-theirs.ts';

/** A Task's text of one message that failed. */
function told(text: string, failure: string, ...further: readonly string[]): string {
    const sent = { offset: '-05:00', direction: 'outgoing', author: 'Marie', attachments: [] } as const;
    const failed = { ...sent, at: '2026-11-20T16:04:07Z', text, state: 'failed' } as const;
    return [
        partLine('Messages', { number: 1, of: 1 }),
        ...messageLines(failed, { colon: ' :', failure }),
        ...further.flatMap((says) => messageLines({ ...sent, at: '2026-11-20T16:05:00Z', text: says }, { colon: ' :' }))
    ].join('\n');
}

/** What a record holds after what is found there was compared with what we would write, and written. */
function afterwards(held: string, wanted: string): unknown {
    const { fields, written } = keepFound({ Description: wanted }, { Description: held });
    return keepTheirs(fields, { Description: held }, [written]).fields['Description'] ?? held;
}

test('a text that failed stands once, with the reason that Salesforce has and we do not know any more', () => {
    for (const text of ['Entendu.', 'Entendu.\nÀ demain.']) {
        const held = told(text, 'Échec (code 30003)');
        assert.equal(afterwards(held, told(text, 'Échec')), held);
    }
});

test('what else was said since is added beside it', () => {
    const held = told('Entendu.', 'Échec (code 30003)');
    const text = String(afterwards(held, told('Entendu.', 'Échec', 'Vous me lisez?')));
    assert.ok(text.startsWith(held));
    assert.equal(text.match(/Entendu/g)?.length, 1);
    assert.equal(text.match(/Vous me lisez/g)?.length, 1);
});

test('a text of which Salesforce does not know that it failed says so', () => {
    const sent = { offset: '-05:00', direction: 'outgoing', author: 'Marie', attachments: [] } as const;
    const line = messageLines({ ...sent, at: '2026-11-20T16:04:07Z', text: 'Entendu.' }, { colon: ' :' });
    const held = [partLine('Messages', { number: 1, of: 1 }), ...line].join('\n');
    assert.match(String(afterwards(held, told('Entendu.', 'Échec'))), /Échec/);
});
