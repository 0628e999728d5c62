import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failed, isOutage } from '../../../src/pipeline/contact-sync/outcome.ts';
import { stopAtOutage } from '../../../src/pipeline/contact-sync/process-due.ts';
import type { ContactRow } from '../../../src/contracts/quo/contacts.ts';

const row = (attempts: number): ContactRow => ({ person: 'p', state: 'wanted', attempts, version: 3, due: true });
const trouble = { kind: 'unsure', note: { code: 'QUO-SERVER' } } as const;

test('what failed is tried again after a minute, then later each time, at most six hours', () => {
    const waits = [0, 1, 2, 5, 9, 10, 1_000].map(
        (attempts) => failed(row(attempts), trouble, { state: 'creating' }).kept?.againInMs
    );
    assert.deepEqual(waits, [60_000, 120_000, 240_000, 1_920_000, 21_600_000, 21_600_000, 21_600_000]);
});

test('what Quo refused for good waits for the record to change or to call', () => {
    const refused = { kind: 'refused', note: { code: 'QUO-REQUEST' } } as const;
    const { kept, error } = failed(row(0), refused, { state: 'linked', quoId: 'q' });
    assert.deepEqual(error, { code: 'QUO-REQUEST' });
    assert.deepEqual(kept, { person: 'p', version: 3, state: 'linked', quoId: 'q', error: { code: 'QUO-REQUEST' } });
    const conflict = failed(row(0), { kind: 'conflict' }, { state: 'wanted' });
    assert.deepEqual([conflict.error?.code, conflict.kept?.againInMs], ['QUO-CONFLICT', 60_000]);
});

test('a key, a plan or a network that fails is nobody’s fault: it is tried again, and everything stops meanwhile', () => {
    for (const code of ['QUO-KEY', 'QUO-PLAN', 'QUO-FORBIDDEN', 'QUO-RATE', 'QUO-UNREACHABLE'] as const) {
        assert.equal(isOutage({ code }), true);
        const { kept } = failed(row(0), { kind: 'refused', note: { code } }, { state: 'wanted' });
        assert.equal(kept?.againInMs, 60_000, code);
        assert.throws(() => stopAtOutage([{ did: 'created' }, { did: 'failed', error: { code, seen: 'x' } }]), {
            code,
            seen: 'x'
        });
    }
    assert.equal(isOutage({ code: 'QUO-SERVER' }), false, 'one contact can meet an error of the server alone');
    stopAtOutage([{ did: 'failed', error: { code: 'QUO-REQUEST' } }]);
});
