import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { verify } from '../../../src/quo/signatures/verify.ts';

interface Vectors {
    readonly A0: Standard & { readonly sig: string };
    readonly A1: Standard & { readonly sig: string };
    readonly A2: Standard & { readonly header: string };
    readonly B1: Openphone;
    readonly B2: Openphone & { readonly wrong_if_latin1_string_key: string };
}
interface Standard {
    readonly secret: string;
    readonly id: string;
    readonly ts: string;
    readonly body: string;
}
interface Openphone {
    readonly secret: string;
    readonly ts: string;
    readonly body: string;
    readonly header: string;
}

const vectors = JSON.parse(
    readFileSync(new URL('../../fixtures/quo-signatures.json', import.meta.url), 'utf8')
) as Vectors;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function standard(vector: Standard, signature: string, change: Record<string, string | readonly string[]> = {}) {
    return {
        'webhook-id': vector.id,
        'webhook-timestamp': vector.ts,
        'webhook-signature': signature,
        ...change
    };
}

const { A0, A1, A2, B1, B2 } = vectors;
const atA1 = Number(A1.ts) * 1_000;
const atB = Number(B1.ts);

test('the published Standard Webhooks vectors verify, text beyond ASCII and rotation included', () => {
    const cases: [Standard, string][] = [
        [A0, A0.sig],
        [A1, A1.sig],
        [A2, A2.header]
    ];
    for (const [vector, signature] of cases) {
        assert.deepEqual(
            verify(standard(vector, signature), bytes(vector.body), [vector.secret], Number(vector.ts) * 1_000),
            { ok: true, scheme: 'standard-webhooks', id: vector.id }
        );
    }
});

test('the openphone vectors verify, a key with high bytes included, and its mangled form does not', () => {
    for (const vector of [B1, B2]) {
        const verdict = verify({ 'openphone-signature': vector.header }, bytes(vector.body), [vector.secret], atB);
        assert.equal(verdict.ok && verdict.scheme, 'openphone');
        assert.match(verdict.ok ? verdict.id : '', /^sha256:[0-9a-f]{64}$/);
    }
    const mangled = `hmac;1;${B2.ts};${B2.wrong_if_latin1_string_key}`;
    assert.deepEqual(verify({ 'openphone-signature': mangled }, bytes(B2.body), [B2.secret], atB), {
        ok: false,
        why: 'wrong'
    });
});

test('any of several keys will do, in either scheme', () => {
    const keys = ['whsec_b3RoZXI=', 'bm90IHRoaXM=', A1.secret, B1.secret, 'whsec_not base64', ''];
    assert.equal(verify(standard(A1, A1.sig), bytes(A1.body), keys, atA1).ok, true);
    assert.equal(verify({ 'openphone-signature': B1.header }, bytes(B1.body), keys, atB).ok, true);
});

test('five minutes either way are fresh, a second more is stale', () => {
    const at = (offsetMs: number) => verify(standard(A1, A1.sig), bytes(A1.body), [A1.secret], atA1 + offsetMs);
    assert.equal(at(300_000).ok, true);
    assert.equal(at(-300_000).ok, true);
    assert.deepEqual(at(301_000), { ok: false, why: 'stale' });
    assert.deepEqual(at(-301_000), { ok: false, why: 'stale' });
    const legacy = (offsetMs: number) =>
        verify({ 'openphone-signature': B1.header }, bytes(B1.body), [B1.secret], atB + offsetMs);
    assert.equal(legacy(300_000).ok, true);
    assert.deepEqual(legacy(300_001), { ok: false, why: 'stale' });
    assert.deepEqual(legacy(-300_001), { ok: false, why: 'stale' });
});

test('an openphone timestamp in seconds is understood', () => {
    const seconds = String(Math.floor(atB / 1_000));
    const signature = createHmac('sha256', Buffer.from(B1.secret, 'base64'))
        .update(`${seconds}.${B1.body}`)
        .digest('base64');
    const header = `hmac;1;${seconds};${signature}`;
    assert.equal(verify({ 'openphone-signature': header }, bytes(B1.body), [B1.secret], atB).ok, true);
});

test('of several openphone signatures one that fits is enough, and unknown versions are passed over', () => {
    const header = `hmac;2;${B1.ts};AAAA,hmac;1;${B1.ts};AAAA, ${B1.header}`;
    assert.equal(verify({ 'openphone-signature': header }, bytes(B1.body), [B1.secret], atB).ok, true);
});

test('each kind of refusal has its name', () => {
    const refused = (headers: Parameters<typeof verify>[0], why: string, keys: readonly string[] = [A1.secret]) =>
        assert.deepEqual(verify(headers, bytes(A1.body), keys, atA1), { ok: false, why });
    refused({}, 'unsigned');
    refused({ 'webhook-signature': '' }, 'unsigned');
    refused({ 'webhook-signature': A1.sig }, 'malformed');
    refused(standard(A1, A1.sig, { 'webhook-timestamp': 'soon' }), 'malformed');
    refused(standard(A1, A1.sig, { 'webhook-timestamp': `${A1.ts}.5` }), 'malformed');
    refused(standard(A1, 'gibberish'), 'malformed');
    refused(standard(A1, 'v2,AAAA'), 'wrong');
    refused(standard(A1, A1.sig), 'wrong', []);
    refused(standard(A1, A1.sig), 'wrong', ['whsec_']);
    refused(standard(A1, A1.sig), 'wrong', [A1.secret.slice('whsec_'.length)]);
    refused(standard(A1, A1.sig, { 'webhook-id': 'msg_other' }), 'wrong');
    refused({ 'openphone-signature': 'hmac;1;now;AAAA' }, 'malformed');
    refused({ 'openphone-signature': `hmac;1;${atA1};AAAA` }, 'wrong');
});

test('a signature header sent twice is refused, as an array or joined by the server', () => {
    for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
        const value = standard(A1, A1.sig)[name as 'webhook-id'];
        for (const twice of [[value, value], `${value}, ${value}`]) {
            assert.deepEqual(verify(standard(A1, A1.sig, { [name]: twice }), bytes(A1.body), [A1.secret], atA1), {
                ok: false,
                why: 'malformed'
            });
        }
    }
    const twice = { 'openphone-signature': [B1.header, B1.header] };
    assert.deepEqual(verify(twice, bytes(B1.body), [B1.secret], atB), { ok: false, why: 'malformed' });
});

test('with both headers, the scheme that we hold a key for decides', () => {
    const now = Math.floor(atB / 1_000);
    const key = Buffer.from(A1.secret.slice(6), 'base64');
    const signature = createHmac('sha256', key).update(`msg_1.${now}.${B1.body}`).digest('base64');
    const headers = {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(now),
        'webhook-signature': `v1,${signature}`,
        'openphone-signature': B1.header
    };
    const scheme = (keys: readonly string[]) => {
        const verdict = verify(headers, bytes(B1.body), keys, atB);
        return verdict.ok ? verdict.scheme : verdict.why;
    };
    assert.equal(scheme([A1.secret, B1.secret]), 'standard-webhooks');
    assert.equal(scheme([B1.secret]), 'openphone');
    assert.equal(scheme([]), 'wrong');
});

test('whatever bytes are signed verify, and no other bytes do', () => {
    const key = Buffer.from(A1.secret.slice(6), 'base64');
    fc.assert(
        fc.property(fc.uint8Array({ maxLength: 64 }), fc.uint8Array({ maxLength: 64 }), (signed, other) => {
            const signature = createHmac('sha256', key).update(`m.${A1.ts}.`).update(signed).digest('base64');
            const headers = { 'webhook-id': 'm', 'webhook-timestamp': A1.ts, 'webhook-signature': `v1,${signature}` };
            assert.equal(verify(headers, signed, [A1.secret], atA1).ok, true);
            const same = Buffer.compare(signed, other) === 0;
            assert.equal(verify(headers, other, [A1.secret], atA1).ok, same);
        })
    );
});

test('no header can make it throw', () => {
    fc.assert(
        fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), fc.string(), (a, b, c, d) => {
            const headers = {
                'webhook-id': a,
                'webhook-timestamp': b,
                'webhook-signature': c,
                'openphone-signature': d
            };
            assert.equal(verify(headers, bytes('{}'), [A1.secret, d, c], 0).ok, false);
        })
    );
});
