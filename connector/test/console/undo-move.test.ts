import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectSalesforce, begin } from './connected.ts';

test('a move by a choice stands in the audit log with a way back, which is taken once', async (t) => {
    const all = await begin(t);
    await connectSalesforce(all);
    const { admin, base, id, stand } = all;
    const moved = [{ key: 'call_AC9', id: '00T000000000001AAA', whoId: null, whatId: null }];
    const detail = { key: 'call_AC8', to: '003000000000001AAA', before: null, moved, left: 0 };
    const { audit } = stand.database.store;
    await audit.append(id, { actor: 'Salesforce 005000000000001AAA', action: 'number.moved', detail });
    const [entry] = await audit.list(id, { action: 'number.moved' });
    const { text } = await admin.get(`${base}/audit`);
    assert.match(text, new RegExp(`Moved calls and texts[\\s\\S]*name="seq" value="${entry?.seq}"[\\s\\S]*Undo`));
    const undone = await admin.submit(`${base}/audit/undo`, { seq: String(entry?.seq) });
    assert.match(undone.text, /0 records go back/, 'the calls are not there any more');
    assert.match(undone.text, /Undid a move/);
    assert.doesNotMatch(undone.text, /name="seq"/);
});
