import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf, never, numberOf, personNumber, town } from './contact-sync-harness.ts';

test('who is not in Quo is listed with the record, its address and the reason, newest first', async (t) => {
    const place = await town(t, { syncContacts: 'full' });
    const unreadable = [{ field: 'Phone', text: 'demander à Luc' }];
    await place.salesforce([1, 2, 3, 4].map((n) => personNumber(n)));
    const foreign = { defaultFields: { firstName: 'X' }, source: 'another-crm', externalId: personNumber(1).id };
    await place.byHand('POST /v1/contacts', '', foreign);
    await place.rings(numberOf(1));
    await place.fault({ path: '/v1/contacts', method: 'POST', answer: 422 });
    await place.sync.run(never());
    const inQuo = await place.inQuo();
    const [gone] = inQuo.values();
    await place.byHand('DELETE /v1/contacts/{id}', gone!.id);
    const event = { type: 'contact.deleted', apiVersion: '2026-03-30', createdAt: '2026-11-20T12:00:00.000Z' };
    await place.sync.onFacts(factsOf({ ...event, data: { resource: { id: gone!.id }, context: {} } }));
    await place.salesforce([
        personNumber(5, { numbers: [], unreadable }),
        personNumber(6, { numbers: [], object: 'Account' })
    ]);

    const { rows, after } = await place.sync.skipped();
    assert.equal(after, undefined);
    assert.deepEqual(
        rows.map(({ reason }) => reason),
        ['no-number', 'unlinked', 'failed', 'foreign']
    );
    const byReason = new Map(rows.map((row) => [row.reason, row]));
    assert.equal(byReason.get('foreign')?.id, personNumber(1).id);
    assert.equal(byReason.get('unlinked')?.id, gone!.externalId);
    assert.equal(byReason.get('failed')?.error?.code, 'QUO-REQUEST');
    const { at, ...nobodyCanCall } = byReason.get('no-number')!;
    assert.ok(!Number.isNaN(Date.parse(at)));
    assert.deepEqual(nobodyCanCall, {
        id: personNumber(5).id,
        object: 'Contact',
        name: 'Ana Roy5',
        reason: 'no-number',
        unreadable,
        url: `https://acme.my.salesforce.com/${personNumber(5).id}`
    });
});

test('the list goes on page by page without leaving anybody out, and knows the filter', async (t) => {
    const place = await town(t, { contactFilter: { fields: { company: ['Acme'] } } });
    const without = Array.from({ length: 23 }, (_, n) =>
        personNumber(n, { numbers: [], company: n % 3 === 0 ? 'Autre' : 'Acme' })
    );
    await place.salesforce([...without, personNumber(99)]);
    const seen: string[] = [];
    let after: string | undefined;
    for (let pages = 0; pages < 10; pages += 1) {
        const page = await place.sync.skipped({ limit: 4, ...(after !== undefined && { after }) });
        assert.ok(page.rows.length <= 4);
        seen.push(...page.rows.map(({ id }) => id));
        after = page.after;
        if (after === undefined) break;
    }
    const wanted = without.filter(({ company }) => company === 'Acme').map(({ id }) => id);
    assert.deepEqual(seen.toSorted(), wanted);
    await place.rings(numberOf(99));
    assert.equal(
        (await place.sync.skipped()).rows.some(({ id }) => id === personNumber(99).id),
        false
    );
});
