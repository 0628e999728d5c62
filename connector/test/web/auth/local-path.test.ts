import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { localPath } from '../../../src/web/auth/local-path.ts';

const HERE = 'https://quo.example.com';
const piece = fc.constantFrom(
    '/',
    '\\',
    '//',
    '.',
    '..',
    '@',
    ':',
    'evil.example',
    'https:',
    '\t',
    '\n',
    '%2f',
    '?',
    '#',
    'a',
    '\u0000'
);

test('whatever somebody wrote as the way back leads to one of our own pages, or nowhere', () => {
    fc.assert(
        fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
            const path = localPath(pieces.join(''));
            if (path === undefined) return;
            assert.equal(new URL(path, HERE).origin, HERE);
            assert.match(path, /^\/(?!\/)/);
        }),
        { numRuns: 500 }
    );
});

test('a way to one of our pages is kept with its question, and loses what no server sees', () => {
    assert.equal(localPath('/console/acme?before=3&x=%20'), '/console/acme?before=3&x=%20');
    assert.equal(localPath('/console#checks'), '/console');
    assert.equal(localPath('/recordings/AC1/1?c=acme&s=abc'), '/recordings/AC1/1?c=acme&s=abc');
    assert.equal(localPath('/a/../console'), '/console');
});

test('what is no text, is too long or leads elsewhere is no way back', () => {
    for (const wrong of [
        undefined,
        null,
        7,
        ['/console'],
        '',
        'console',
        '//evil.example',
        '/\\evil.example',
        '/..//evil.example'
    ])
        assert.equal(localPath(wrong), undefined, JSON.stringify(wrong));
    assert.equal(localPath(`/${'x'.repeat(1_999)}`)?.length, 2_000);
    assert.equal(localPath(`/${'x'.repeat(2_000)}`), undefined);
});
