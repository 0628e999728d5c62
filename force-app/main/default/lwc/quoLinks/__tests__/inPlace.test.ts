import fc from 'fast-check';
import { shownInPlace, viewedBy } from 'c/quoLinks';

const LINK = 'https://connector.test/attachments/AC7/2?c=acme&w=task1&s=link7';
const FIELD = 'https://connector.test/attachments/AC1/1?c=acme&w=task1&s=link1&d=20800&g=gen&p=proof';

test('an attachment is shown by what the field of its Task proves', () => {
    expect(shownInPlace(LINK, FIELD)).toBe(`${LINK}&d=20800&g=gen&p=proof`);
});

test.each([
    ['another host', LINK.replace('connector.test', 'evil.test')],
    ['the same host without encryption', LINK.replace('https:', 'http:')],
    ['another Task', LINK.replace('task1', 'task2')],
    ['another connection', LINK.replace('acme', 'other')],
    ['an address of Quo’s own', 'https://m.openph.one/photo.jpg'],
    ['what is no address', 'photo.jpg']
])('%s is not told what the field proves', (_, address) => {
    expect(shownInPlace(address, FIELD)).toBe(address);
});

test('a further recording of the call plays by what the field proves, one of another call does not', () => {
    const field = 'https://connector.test/recordings/AC1/1?c=acme&d=1&g=gen&s=one&p=proof&o=0';
    const further = 'https://connector.test/recordings/AC1/2?c=acme&s=two&o=60';
    expect(shownInPlace(further, field)).toBe(`${further}&d=1&g=gen&p=proof`);
    const other = further.replace('AC1', 'AC10');
    expect(shownInPlace(other, field)).toBe(other);
    expect(shownInPlace(further, field.replace('&p=proof', ''))).toBe(further);
});

test('without the field, and whatever stands in it, an address stays as it is', () => {
    for (const field of [undefined, '', 'not an address', 'https://connector.test/attachments/AC1/1'])
        expect(shownInPlace(LINK, field)).toBe(LINK);
});

test('nothing that somebody writes into a Description throws, or sends a proof to another host', () => {
    fc.assert(
        fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), (address) => {
            expect(shownInPlace(address, FIELD)).toBe(address);
        })
    );
});

test('only an address that shows or plays in place is told who looks', () => {
    expect(viewedBy(FIELD, '005x')).toBe(`${FIELD}&u=005x`);
    expect(viewedBy(LINK, '005x')).toBe(LINK);
});
