import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { signOpenphone, signStandard } from '../sender/sign.ts';

interface Vector {
    readonly secret: string;
    readonly id: string;
    readonly ts: string;
    readonly body: string;
    readonly sig: string;
    readonly header: string;
    readonly wrong_if_latin1_string_key: string;
}
const file = new URL('signature-vectors.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Record<'A0' | 'A1' | 'A2' | 'B1' | 'B2', Vector>;

for (const name of ['A0', 'A1'] as const) {
    test(`the dated scheme signs as published vector ${name} does`, () => {
        const { secret, id, ts, body, sig } = vectors[name];
        assert.equal(signStandard([secret], id, Number(ts), Buffer.from(body)), sig);
    });
}

test('two keys make two signatures, each its own entry, over the bytes of a text that is not ASCII', () => {
    const { secret, id, ts, body, header } = vectors.A2;
    const older = `whsec_${Buffer.from('quo-test-vector-signing-key-0000').toString('base64')}`;
    assert.equal(signStandard([older, secret], id, Number(ts), Buffer.from(body)), header);
});

for (const name of ['B1', 'B2'] as const) {
    test(`the legacy scheme signs as vector ${name} does, with the key as bytes`, () => {
        const { secret, ts, body, header } = vectors[name];
        assert.equal(signOpenphone([secret], Number(ts), Buffer.from(body)), header);
    });
}

test('the key of the legacy scheme is not taken for text', () => {
    const { secret, ts, body, wrong_if_latin1_string_key: wrong } = vectors.B2;
    assert.doesNotMatch(signOpenphone([secret], Number(ts), Buffer.from(body)), new RegExp(wrong.slice(0, 12)));
});

test('what the dated scheme signs, the Standard Webhooks library verifies', () => {
    const key = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const now = Math.floor(Date.now() / 1_000);
    const body = '{"text":"Café ☕"}';
    const headers = {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(now),
        'webhook-signature': signStandard([key], 'msg_1', now, Buffer.from(body))
    };
    assert.deepEqual(new Webhook(key).verify(body, headers), { text: 'Café ☕' });
});
