import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Request } from 'express';
import { cookieOf } from '../../src/web/auth/cookies.ts';

const among = (cookie?: string): Request => ({ headers: { cookie } }) as Request;

for (const [header, value] of [
    ['quo=abc', 'abc'],
    ['other=1; quo=abc; quo-language=fr', 'abc'],
    ['quo=first; quo=second', 'first'],
    ['  quo=abc ;', 'abc'],
    ['xquo=abc', undefined],
    ['quo=', undefined],
    ['quo', undefined],
    ['quo=a%62c', undefined],
    ['quo="abc"', undefined],
    [`quo=${'a'.repeat(201)}`, undefined],
    ['__proto__=abc', undefined],
    ['', undefined],
    [undefined, undefined]
] as const)
    test(`of "${header?.slice(0, 40)}" our cookie is ${value ?? 'none'}`, () =>
        assert.equal(cookieOf(among(header), 'quo'), value));
