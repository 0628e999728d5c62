import fc from 'fast-check';
import { linkText, quoCallLink, quoTextLink, safeUrl } from 'c/quoLinks';

test.each([
    ['https://connector.test/recordings/1', 'https://connector.test/recordings/1'],
    [' https://a.test ', 'https://a.test'],
    ['http://127.0.0.1:3000/recordings/1', 'http://127.0.0.1:3000/recordings/1'],
    ['http://a.test', undefined],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['https://my-bank.example@evil.example/login', undefined],
    ['https://user:secret@a.test', undefined],
    ['https://:secret@a.test', undefined],
    ['not a link', undefined],
    ['', undefined],
    [null, undefined]
])('a browser may follow %j as %j', (text, link) => {
    expect(safeUrl(text)).toBe(link);
});

test.each([
    ['https://x.test/toit%20nord.jpg?sig=1', 'x.test/toit nord.jpg'],
    ['https://x.test/a/b/toit.jpg', 'x.test/…/toit.jpg'],
    ['https://x.test/', 'x.test'],
    ['https://x.test:8443/a/', 'x.test:8443/a'],
    ['https://x.example/%zz', 'x.example/%zz'],
    ['https://evil.example/my-bank.example%2Flogin', 'evil.example/my-bank.example%2Flogin'],
    ['https://evil.example/%E2%80%AEgpj.exe', 'evil.example/%E2%80%AEgpj.exe'],
    ['https://xn--80ak6aa92e.com/a', 'xn--80ak6aa92e.com/a'],
    [`https://x.test/${'a'.repeat(100)}`, `x.test/${'a'.repeat(59)}…`]
])('%s is shown as %s', (link, text) => {
    expect(linkText(link)).toBe(text);
});

test('whatever the address, its text begins with the host and never throws', () => {
    fc.assert(
        fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), (address, typed) => {
            const link = safeUrl(`${address}/${typed}`);
            fc.pre(link !== undefined);
            expect(linkText(link).startsWith(new URL(link).host)).toBe(true);
        })
    );
});

test('Quo’s links carry the number encoded', () => {
    expect(quoCallLink('+15145550123')).toBe('openphone://dial?number=%2B15145550123&action=call');
    expect(quoTextLink('+15145550123')).toBe('openphone://message?number=%2B15145550123');
});
