import assert from 'node:assert/strict';
import { test } from 'node:test';
import express, { type Request } from 'express';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { browserLanguage } from '../../src/web/language.ts';

function asking(header?: string): Request {
    const headers = header === undefined ? {} : { 'accept-language': header };
    return Object.create(express.request, { headers: { value: headers } }) as Request;
}

test('each language is spoken to whoever asks for it', () => {
    for (const language of LANGUAGES) {
        assert.equal(browserLanguage(asking(language)), language);
        assert.equal(browserLanguage(asking(`de, ${language}-BE;q=0.4`)), language);
    }
    assert.equal(browserLanguage(asking('en;q=0.5, fr;q=0.8')), 'fr');
    assert.equal(browserLanguage(asking('en, fr')), 'en');
});

test('whoever asks for none of them, or for anything, is spoken to in French', () => {
    for (const header of [undefined, '', '*', 'de', 'de;q=0.9, *;q=0.1', 'constructor', 'nonsense;;'])
        assert.equal(browserLanguage(asking(header)), 'fr', header);
});
