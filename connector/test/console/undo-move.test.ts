import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser } from './browser-less.ts';
import { connectSalesforce, begin } from './connected.ts';

const id18 = (prefix: string, n: number): string => `${prefix}${String(n).padStart(12, '0')}AAA`;

test('a move of hundreds of records is a sentence with counts, the first of them as links, in both languages', async (t) => {
    const all = await begin(t);
    await connectSalesforce(all);
    const { admin, base, id, stand } = all;
    const moved = Array.from({ length: 300 }, (_, n) => ({
        key: `call_AC${n}`,
        id: id18('00T', n),
        whoId: n < 100 ? null : id18('003', 100 + (n % 5)),
        whatId: null
    }));
    const detail = { key: 'call_AC8', to: id18('003', 1), before: null, moved, left: 2 };
    await stand.database.store.audit.append(id, {
        actor: `Salesforce ${id18('005', 1)}`,
        action: 'number.moved',
        detail
    });
    const { text } = await admin.get(`${base}/audit`);
    const plain = text.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
    assert.match(plain, /300 records moved to 003000000000001AAA\. They were on 003\w+, 003\w+, 003\w+ and 2 others\./);
    assert.match(plain, /100 were on nobody\. Records: 00T\w+, 00T\w+, 00T\w+ and 297 others\. 2 records stay where/);
    assert.match(text, /<a[^>]*href="[^"]*00T000000000000AAA"/);
    assert.ok(!text.includes('call_AC299') && !text.includes('whoId'), 'no JSON');
    const french = browser(stand, 'fr');
    await french.signInWithToken();
    const said = (await french.get(`${base}/audit`)).text.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
    assert.match(
        said,
        /300 fiches déplacées vers 003\w+\. Auparavant associées à 003\w+, 003\w+, 003\w+ et 2 autres\./
    );
    assert.match(
        said,
        /100 n’étaient associées à personne\. Fiches : 00T\w+, 00T\w+, 00T\w+ et 297 autres\. 2 fiches restent/
    );
});

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
