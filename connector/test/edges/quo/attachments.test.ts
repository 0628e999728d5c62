import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { attachments } from '../../../src/quo/attachments.ts';
import { hastyClient, stubQuo, type Answer } from './stub-quo.ts';

/** A text with these attachments, each at an address that the test chooses. */
async function looking(t: TestContext, addresses: (own: string) => readonly unknown[], file: Answer) {
    let own = '';
    const quo = await stubQuo(t, ({ path }) => {
        if (path.startsWith('/media/')) return file;
        if (path === '/messages/AC0') return { status: 404 };
        return { json: { data: { id: 'AC1', media: addresses(own) } } };
    });
    own = quo.url;
    return { quo, attachments: attachments(hastyClient(quo.url), { apiUrl: quo.url }) };
}

test('the nth attachment of a text is fetched from the address that Quo gives now, without the key of its API', async (t) => {
    const media = (own: string) => [{ url: `${own}/media/1` }, { url: `${own}/media/2`, type: 'image/png' }];
    const it = await looking(t, media, { text: 'bytes', headers: { 'content-type': 'image/png' } });
    assert.equal(await (await it.attachments.open('AC1', 2))?.text(), 'bytes');
    const [asked, fetched] = it.quo.seen;
    assert.deepEqual([asked?.path, fetched?.path], ['/messages/AC1', '/media/2']);
    assert.equal(fetched?.headers.authorization, undefined);
    assert.equal(fetched?.headers['accept-encoding'], 'identity');
});

test('a text that Quo has no more, and a number that it has not, are nothing', async (t) => {
    const it = await looking(t, (own) => [{ url: `${own}/media/1` }], { status: 404 });
    assert.equal(await it.attachments.open('AC0', 1), undefined);
    assert.equal(await it.attachments.open('AC1', 2), undefined);
    assert.equal(await it.attachments.open('AC1', 1), undefined, 'the file itself is gone');
});

test('nothing is fetched from a host that is none of Quo’s, at once or by a redirect', async (t) => {
    const inside = 'http://169.254.169.254/latest/meta-data';
    const at = await looking(t, () => [{ url: inside }], 'hang up');
    await assert.rejects(at.attachments.open('AC1', 1), { code: 'QUO-RECORDING-HOST' });
    const by = await looking(t, (own) => [{ url: `${own}/media/1` }], { status: 302, headers: { location: inside } });
    await assert.rejects(by.attachments.open('AC1', 1), { code: 'QUO-RECORDING-HOST' });
});
