import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { KEYS } from '../../../src/contracts/key-value.ts';
import type { FoundMissing } from '../../../src/contracts/completeness.ts';
import type { StateCount } from '../../../src/domain/completeness/completeness.ts';
import { opened, type Opened } from '../opened.ts';

const count = (
    inbox: string | null,
    state: StateCount['state'],
    n: number,
    code: string | null = null
): StateCount => ({
    ...{ day: '2026-11-20', inbox, list: 'calls', state, code, count: n }
});
const COUNTS = [
    count('PN1', 'written', 40),
    count('PN1', 'parked', 2, 'SF-REFUSED'),
    count('PN1', 'deleted', 1),
    count('PN2', 'not-logged', 3)
];
const MISSING: FoundMissing = {
    ...{ list: 'calls', id: 'AC7', activityKey: 'call_AC7', title: 'Incoming call, Sales', inbox: 'PN1' },
    ...{ began: '2026-11-20T15:00:00.000Z', state: 'parked', code: 'SF-REFUSED' }
};
const CREATED = { day: '2026-11-19', ours: 40, salesforce: 38, countedAt: '2026-11-20T08:00:00.000Z' };

async function page(
    t: TestContext,
    counts: readonly StateCount[] = COUNTS,
    language: 'en' | 'fr' = 'en'
): Promise<Opened> {
    const missing = counts.length === 0 ? [] : [MISSING];
    const one = await opened(t, {
        language,
        settings: { preferences: { inboxes: ['PN1'] } },
        parts: {
            completeness: {
                counts: async () => counts,
                missing: async () => missing,
                countedDays: async () => (counts.length === 0 ? [] : [CREATED])
            }
        }
    });
    await one.it.store.memory.set('acme', KEYS.inboxes, [
        { id: 'PN1', name: '=Ventes, "Nord"', number: '+15145550100' }
    ]);
    return one;
}

test('each inbox and day stands with Quo’s count, Salesforce’s, and every reason of the difference', async (t) => {
    const { read, admin } = await page(t);
    const text = await read('/completeness');
    assert.match(
        text,
        /2026-11-20 =Ventes, "Nord" Calls 43 40 2 · Parked \(SF-REFUSED\) 1 · Deleted in Salesforce by a person/
    );
    assert.match(text, /2026-11-20 PN2 Calls 3 0 3 · Not logged: its inbox is not chosen/);
    assert.match(text, /10:00 a\.m\. Calls Incoming call, Sales =Ventes, "Nord" Parked \(SF-REFUSED\)/);
    assert.match(text, /2026-11-19 40 38/);
    assert.match(admin.page(), /href="\/console\/acme\/activities\/call_AC7"/);
    assert.doesNotMatch(text, /Everything that Quo lists/);
});

test('before anything was compared nothing is said to be complete', async (t) => {
    const text = await (await page(t, [])).read('/completeness');
    assert.match(text, /Nothing was compared yet/);
    assert.doesNotMatch(text, /Everything that Quo lists/);
});

test('the page is there in French, without a word of English', async (t) => {
    const text = await (await page(t, COUNTS, 'fr')).read('/completeness');
    assert.match(text, /2 · Mis de côté \(SF-REFUSED\) 1 · Supprimé dans Salesforce par une personne/);
    assert.doesNotMatch(text, /Parked|Deleted|Calls/);
});

test('the files hold the same, and what people named is no formula', async (t) => {
    const { admin } = await page(t);
    const days = await admin.send('/console/acme/completeness/days.csv', {});
    assert.match(days.headers.get('content-type') ?? '', /^text\/csv/);
    assert.match(days.headers.get('content-disposition') ?? '', /attachment; filename=acme-days\.csv/);
    const lines = days.text
        .replace(/^\uFEFF/, '')
        .trimEnd()
        .split('\r\n');
    assert.deepEqual(lines, [
        'Day,Inbox,Kind,Listed by Quo,In Salesforce,Reason,Error code,Number',
        `2026-11-20,"'=Ventes, ""Nord""",Calls,43,40,Parked,SF-REFUSED,2`,
        `2026-11-20,"'=Ventes, ""Nord""",Calls,43,40,Deleted in Salesforce by a person,,1`,
        '2026-11-20,PN2,Calls,3,0,Not logged: its inbox is not chosen,,3'
    ]);
    const missing = await admin.send('/console/acme/completeness/missing.csv', {});
    assert.match(missing.text, /2026-11-20T15:00:00\.000Z,.*,Calls,AC7,Parked,SF-REFUSED/);
});
