import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { KEYS } from '../../../src/contracts/key-value.ts';
import type { KnownGap } from '../../../src/contracts/comparison.ts';
import { audited, opened, type Opened } from '../opened.ts';

const GAP: KnownGap = {
    ...{ id: '7', list: 'calls', inbox: 'PN2' },
    ...{ from: '2026-11-14T13:00:00.000Z', to: '2026-11-16T13:00:00.000Z' },
    error: { code: 'QUO-FORBIDDEN', seen: 'GET /calls → 403' }
};

async function withGap(t: TestContext, language: 'en' | 'fr' = 'en'): Promise<Opened & { readonly open: KnownGap[] }> {
    const open = [GAP];
    const acknowledge = async (_id: string, id: string) => {
        const at = open.findIndex((gap) => gap.id === id);
        return at < 0 ? undefined : open.splice(at, 1)[0];
    };
    const one = await opened(t, { language, parts: { gaps: { open: async () => open, acknowledge } } });
    await one.it.store.memory.set('acme', KEYS.inboxes, [{ id: 'PN2', name: 'Soutien', number: '+15145550101' }]);
    return { ...one, open };
}

test('a gap stands in Health with its inbox, its time and its reason, and nothing says that all is well', async (t) => {
    const { read } = await withGap(t);
    const text = await read('');
    assert.match(text, /Calls from Nov 14, 2026, 8:00 a\.m\. to Nov 16, 2026, 8:00 a\.m\. may be missing \(Soutien\)/);
    assert.match(text, /QUO-FORBIDDEN/);
    assert.match(text, /Nothing is due now/);
    assert.doesNotMatch(text, /Nothing waits/);
});

test('it is there in French as well', async (t) => {
    assert.match(await (await withGap(t, 'fr')).read(''), /Des appels du .* manquent peut-être \(Soutien\)/);
});

test('whoever acknowledges a gap is named in the audit log with what it was', async (t) => {
    const one = await withGap(t);
    await one.read('');
    assert.match(await one.send('/gaps/acknowledge'), /Acknowledged.*Nothing waits/);
    const { list, inbox, from, to } = GAP;
    assert.deepEqual(audited(one), [['gap.acknowledged', { list, inbox, from, to, code: 'QUO-FORBIDDEN' }]]);
    assert.equal(await one.it.store.memory.get('acme', KEYS.compared), undefined);
});

test('a gap that is fetched again is where the next comparison begins, unless it begins before', async (t) => {
    const one = await withGap(t);
    const { memory } = one.it.store;
    await memory.set('acme', KEYS.compared, { to: '2026-11-20T16:00:00.000Z' });
    await one.read('');
    await one.send('/gaps/fetch-again');
    assert.deepEqual((await memory.get('acme', KEYS.compared))?.value, {
        to: '2026-11-20T16:00:00.000Z',
        at: GAP.from
    });
    one.open.push(GAP);
    const before = { to: '2026-11-20T16:00:00.000Z', at: '2026-11-01T00:00:00.000Z' };
    await memory.set('acme', KEYS.compared, before);
    await one.read('');
    await one.send('/gaps/fetch-again');
    assert.deepEqual((await memory.get('acme', KEYS.compared))?.value, before);
});

test('of two who decide at once, the second one is told that there is no such gap any more', async (t) => {
    const one = await withGap(t);
    await one.read('');
    one.open.length = 0;
    assert.match(await one.send('/gaps/acknowledge'), /WEB-NOT-FOUND/);
    assert.deepEqual(audited(one), []);
});
