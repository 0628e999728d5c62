import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { conversationPages } from '../../../src/domain/records/description/conversation-pages.ts';
import { parseConversation, type WrittenMessage } from '../../../src/domain/records/description/grammar/messages.ts';
import { wordingOf } from '../../../src/locales/records-wording.ts';
import { anyWritten, hostileText, stored } from './written.ts';

const anyLanguage = fc.constantFrom('fr', 'en');
/** Long texts too: what a small page cannot hold. */
const anyMessage = fc
    .tuple(anyWritten, fc.array(hostileText, { maxLength: 20 }))
    .map(([message, more]): WrittenMessage => {
        const { at, offset, direction, author, text, attachments, state } = message;
        const whole = { at, offset, direction, author, attachments, text: text + more.join('') };
        return state === undefined ? whole : { ...whole, state };
    });

/** The messages of all parts, put together again. */
function together(pages: readonly string[]): readonly WrittenMessage[] {
    const all: WrittenMessage[] = [];
    for (const message of pages.flatMap((page) => parseConversation(page)?.messages ?? [])) {
        const { continues, ...rest } = message;
        const before = continues ? all.pop() : undefined;
        if (before === undefined) all.push(rest);
        else
            all.push({
                ...before,
                text: before.text + rest.text,
                attachments: [...before.attachments, ...rest.attachments]
            });
    }
    return all;
}

test('however many Tasks a conversation takes, everything said is read back, and each says which part it is', () => {
    const most = fc.integer({ min: 1_000, max: 4_000 });
    fc.assert(
        fc.property(fc.array(anyMessage, { maxLength: 6 }), anyLanguage, most, (messages, language, room) => {
            const told = messages.map((message) => ({ message, failure: message.state && 'Échec' }));
            const closing = ['Voir la conversation : https://my.quo.com/x'];
            const pages = conversationPages(['Participants : A'], told, closing, wordingOf(language), room);
            assert.deepEqual(together(pages), messages.map(stored));
            for (const [n, page] of pages.entries()) {
                assert.ok(page.length <= room && page.isWellFormed());
                const read = parseConversation(page.trim().replaceAll('\n', '\r\n'));
                assert.deepEqual(read?.part, { number: n + 1, of: pages.length });
                assert.deepEqual(read.notes, []);
            }
        }),
        { numRuns: 300 }
    );
});
