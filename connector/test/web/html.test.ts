import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { html } from '../../src/web/html.ts';

test('whatever is put in shows as text and cannot leave its place', () => {
    fc.assert(
        fc.property(fc.string({ unit: 'grapheme' }), (text) => {
            const { text: inner } = html`${text}`;
            assert.ok(!/[<>"'`]/.test(inner));
            assert.equal(unescaped(inner), text);
        })
    );
});

test('markup that was made here is not escaped again; nothing is shown for what is absent', () => {
    const item = html`<li>${'<b>'}</li>`;
    assert.equal(html`${[item, item]}${undefined}${false}${null}${0}`.text, '<li>&lt;b&gt;</li><li>&lt;b&gt;</li>0');
});

function unescaped(text: string): string {
    const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#96': '`' };
    return text.replace(/&(amp|lt|gt|quot|#39|#96);/g, (_, name: string) => signs[name] ?? '');
}
