import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attachmentLinks, type AttachmentRef } from '../../../src/web/attachments/attachment-links.ts';

const links = attachmentLinks(() => 'https://quo.example.com', 'a-key');
const IN_PLACE = { day: 20_800, generation: 'aaaaaaaaaaaa' };
const REF: AttachmentRef = { connection: 'acme', messageId: 'AC1', n: 1, task: 'sms_CN1_20261120T170000Z' };

interface Parts {
    readonly path: { readonly message: string; readonly n: string };
    readonly query: Readonly<Record<string, string>>;
}

function parts(url: string): Parts {
    const { pathname, searchParams } = new URL(url);
    const [, , message, n] = pathname.split('/').map(decodeURIComponent);
    return { path: { message: message ?? '', n: n ?? '' }, query: Object.fromEntries(searchParams) };
}

const read = ({ path, query }: Parts, other = links) => other.read(path, query);

/** What the page does: what proves the right is taken from the field’s link and added to another one. */
function shownBy(url: string, field: string): Parts {
    const { path, query } = parts(url);
    const { d, g, p } = parts(field).query;
    return { path, query: { ...query, d: d ?? '', g: g ?? '', p: p ?? '' } };
}

const anyRef: fc.Arbitrary<AttachmentRef> = fc.record(
    {
        connection: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
        messageId: fc.stringMatching(/^AC[A-Za-z0-9]{1,34}$/),
        n: fc.integer({ min: 1, max: 999 }),
        task: fc.string()
    },
    { noNullPrototype: true }
);

test('a link leads back to its attachment, is always the same and fits a URL field', () => {
    fc.assert(
        fc.property(anyRef, fc.option(fc.constant(IN_PLACE), { nil: undefined }), (ref, inPlace) => {
            const url = links.url(ref, inPlace);
            const { connection, messageId, n } = ref;
            assert.deepEqual(read(parts(url)), { connection, messageId, n, ...(inPlace && { inPlace }) });
            assert.equal(links.url(ref, inPlace), url);
            assert.ok(url.length <= 255);
        })
    );
});

test('a link for one attachment opens no other one, and none with another key', () => {
    const { query } = parts(links.url(REF));
    for (const path of [
        { message: 'AC2', n: '1' },
        { message: 'AC1', n: '2' },
        { message: 'AC1', n: '01' },
        { message: 'AC1', n: 'voicemail' }
    ])
        assert.equal(links.read(path, query), undefined);
    assert.equal(
        read(
            parts(links.url(REF)),
            attachmentLinks(() => 'https://quo.example.com', 'other')
        ),
        undefined
    );
    assert.equal(links.read({ message: 'AC1', n: '1' }, { ...query, c: 'other' }), undefined);
    assert.equal(links.read({ message: 'AC1', n: '1' }, { ...query, s: '' }), undefined);
});

test('the field’s link shows every attachment of its Task in place', () => {
    const field = links.url(REF, IN_PLACE);
    const other = links.url({ ...REF, messageId: 'AC7', n: 3 });
    assert.deepEqual(read(shownBy(other, field)), { connection: 'acme', messageId: 'AC7', n: 3, inPlace: IN_PLACE });
});

test('the field’s link shows nothing of another Task or connection, on no other day and in no other generation', () => {
    const field = links.url(REF, IN_PLACE);
    for (const ref of [
        { ...REF, task: 'sms_CN1_20261120T180000Z' },
        { ...REF, connection: 'other' }
    ])
        assert.equal(read(shownBy(links.url(ref), field)), undefined);
    const { path, query } = parts(field);
    for (const changed of [{ d: '20801' }, { g: 'bbbbbbbbbbbb' }, { p: '' }, { d: 'x' }, { w: 'x' }])
        assert.equal(links.read(path, { ...query, ...changed }), undefined);
});

test('a link without its proof is the one for people who sign in', () => {
    const { path, query } = parts(links.url(REF, IN_PLACE));
    const { c, w, s } = query;
    assert.deepEqual(links.read(path, { c, w, s }), { connection: 'acme', messageId: 'AC1', n: 1 });
});
