import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ContactDraft } from '../../../src/domain/quo-contacts/contact.ts';
import { contactDraft } from '../../../src/domain/quo-contacts/contact-draft.ts';
import { planFor, type Situation } from '../../../src/pipeline/contact-sync/plan.ts';
import type { ContactRow, ContactState } from '../../../src/contracts/quo/contacts.ts';
import { maude, PLAIN } from '../../domain/quo-contacts/person.ts';

const refresh: Situation = { settings: PLAIN, adopted: true, calling: false };
const call: Situation = { ...refresh, calling: true };
const written = contactDraft(maude(), PLAIN) as ContactDraft;

function row(state: ContactState, more: Partial<ContactRow> = {}): ContactRow {
    return { person: maude().id, state, attempts: 0, version: 0, due: true, ...more };
}
const linked = row('linked', { quoId: 'q1', written });

test('somebody new is made; whether Quo may have them already is asked only when that is possible', () => {
    const unsure = (state: ContactState, situation: Situation) => {
        const plan = planFor(row(state), maude(), situation);
        return plan.do === 'create' && plan.unsure;
    };
    assert.equal(unsure('wanted', refresh), false);
    assert.equal(unsure('wanted', { ...refresh, adopted: false }), true, 'contacts of before are not known yet');
    assert.equal(unsure('creating', refresh), true, 'a request may have been carried out');
    assert.equal(unsure('skipped', refresh), true, 'somebody else’s may be gone');
});

test('a contact that is as it should be costs nothing, a scalar one request, a list a look and a replacement', () => {
    assert.deepEqual(planFor(linked, maude(), refresh), { do: 'nothing', because: 'unchanged' });
    const scalar = planFor(linked, maude({ lastName: 'Roy' }), refresh);
    assert.deepEqual(scalar.do === 'change' && scalar.changes, { scalars: { lastName: 'Roy' }, lists: false });
    assert.equal(planFor(linked, maude({ email: 'x@example.com' }), refresh).do, 'replace');
    assert.equal(
        planFor(row('linked', { quoId: 'q1' }), maude(), refresh).do,
        'replace',
        'found in Quo, not ours to guess'
    );
});

test('while the org’s address is not known, the one that was written stands', () => {
    const unknown: Situation = { ...refresh, settings: { ...PLAIN, recordUrl: () => undefined } };
    assert.deepEqual(planFor(linked, maude(), unknown), { do: 'nothing', because: 'unchanged' });
    const plan = planFor(linked, maude({ title: 'VP' }), unknown);
    assert.equal(plan.do === 'change' && plan.draft.sourceUrl, written.sourceUrl);
});

test('what somebody deleted in Quo is made anew by a call and by nothing else', () => {
    assert.deepEqual(planFor(row('unlinked'), maude(), refresh), { do: 'nothing', because: 'unlinked' });
    assert.equal(planFor(row('unlinked'), maude(), call).do, 'create');
});

test('a contact leaves with its record and with its last number', () => {
    assert.deepEqual(planFor(row('leaving', { quoId: 'q1' }), undefined, refresh), { do: 'remove', quoId: 'q1' });
    assert.deepEqual(planFor(row('leaving', { quoId: 'q1' }), maude(), call), { do: 'remove', quoId: 'q1' });
    assert.deepEqual(planFor(linked, maude({ numbers: [] }), refresh), { do: 'remove', quoId: 'q1' });
    assert.deepEqual(planFor(row('creating'), maude({ numbers: [] }), refresh), { do: 'remove', quoId: undefined });
    assert.deepEqual(planFor(row('wanted'), maude({ numbers: [] }), refresh), { do: 'nothing', because: 'no-number' });
    assert.deepEqual(planFor(row('wanted'), maude({ isConverted: true }), refresh), {
        do: 'nothing',
        because: 'converted'
    });
});

test('a record that the directory does not know (yet) is no reason to delete anything', () => {
    for (const state of ['wanted', 'creating', 'linked', 'unlinked', 'skipped'] as const) {
        assert.equal(planFor(row(state, { quoId: 'q1', written }), undefined, call).do, 'nothing', state);
    }
});

test('after any plan was carried out, the same situation asks for nothing more', () => {
    const states = fc.constantFrom<ContactState>('wanted', 'creating', 'linked', 'unlinked', 'skipped');
    const title = fc.option(fc.constantFrom('A', 'B'), { nil: undefined });
    fc.assert(
        fc.property(states, title, title, fc.boolean(), (state, before, now, calling) => {
            const old = contactDraft(maude({ title: before }), PLAIN) as ContactDraft;
            const known = state === 'linked' ? { quoId: 'q1', written: old } : {};
            const situation = { ...refresh, calling };
            const plan = planFor(row(state, known), maude({ title: now }), situation);
            if (!('draft' in plan)) return;
            const after = row('linked', { quoId: 'q1', written: plan.draft });
            assert.equal(planFor(after, maude({ title: now }), situation).do, 'nothing');
        })
    );
});
