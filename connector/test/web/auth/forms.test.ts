import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Request } from 'express';
import { test } from 'node:test';
import { formOf, offered } from '../../../src/web/auth/forms.ts';
import { formToken, isSameText } from '../../../src/web/auth/constant-time.ts';
import { cookieOf } from '../../../src/web/auth/cookies.ts';

const sent = (body: unknown) => formOf({ body } as Request);

test('a field is its first text without its edges; all of its texts are there as they were sent', () => {
    const form = sent({ one: ' x ', many: ['a', ' b '], empty: '' });
    assert.deepEqual([form.text('one'), form.all('one')], ['x', [' x ']]);
    assert.deepEqual([form.text('many'), form.all('many')], ['a', ['a', ' b ']]);
    assert.deepEqual([form.has('empty'), form.text('empty')], [true, '']);
    assert.deepEqual([form.has('absent'), form.text('absent'), form.all('absent')], [false, '', []]);
});

test('what every object has is no field that somebody sent', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
        assert.deepEqual([sent({}).has(name), sent({}).text(name)], [false, ''], name);
});

test('whatever a body holds is read as texts that every store takes', () => {
    fc.assert(
        fc.property(fc.anything(), fc.string({ unit: 'binary' }), (value, text) => {
            const form = sent({ value, text, both: [text, value] });
            for (const name of ['value', 'text', 'both'])
                for (const one of form.all(name)) assert.ok(one.isWellFormed() && !one.includes('\0'));
            assert.deepEqual(sent(value).all('nothing-of-the-kind'), []);
        })
    );
});

test('one of what the page offers is taken, and nothing else, whatever it is called', () => {
    const values = ['start', 'pause'] as const;
    assert.equal(offered(sent({ do: 'pause' }), 'do', values), 'pause');
    for (const wrong of ['', 'Start', 'stop', 'constructor', '0'])
        assert.throws(
            () => offered(sent({ do: wrong }), 'do', values),
            { note: { code: 'WEB-VALUE', seen: 'do' } },
            wrong
        );
    assert.throws(() => offered(sent({}), 'do', values), { code: 'WEB-VALUE' });
});

test('the token of a form is of one browser and one key', () => {
    const tokens = [formToken('key', 'one'), formToken('key', 'two'), formToken('other', 'one')];
    assert.equal(new Set(tokens).size, 3);
    assert.equal(formToken('key', 'one'), tokens[0]);
});

test('texts are the same when they are, whatever their length', () => {
    fc.assert(
        fc.property(fc.string(), fc.string(), (one, other) => assert.equal(isSameText(one, other), one === other))
    );
    assert.ok(isSameText('é', 'é') && !isSameText('é', 'e\u0301') && isSameText('', ''));
});

test('a cookie is found by its whole name, the first of several, and only where it is plain letters', () => {
    const of = (cookie: string | undefined, name = 'quo') => cookieOf({ headers: { cookie } } as Request, name);
    assert.equal(of('a=1; quo=token-1; quo=token-2'), 'token-1');
    assert.equal(of('xquo=no; quo-language=fr; quo=yes'), 'yes');
    for (const wrong of [undefined, '', 'quo', 'quo=', 'quo=a b', 'quo=<script>', `quo=${'x'.repeat(201)}`, 'QUO=x'])
        assert.equal(of(wrong), undefined, wrong);
});
