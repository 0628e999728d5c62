import { linkName, quoCallLink, quoTextLink, safeUrl } from 'c/quoLinks';

test.each([
    ['https://connector.test/recordings/1', 'https://connector.test/recordings/1'],
    [' https://a.test ', 'https://a.test'],
    ['http://127.0.0.1:3000/recordings/1', 'http://127.0.0.1:3000/recordings/1'],
    ['http://a.test', undefined],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['not a link', undefined],
    ['', undefined],
    [null, undefined]
])('a browser may follow %j as %j', (text, link) => {
    expect(safeUrl(text)).toBe(link);
});

test.each([
    ['https://x.test/a/toit%20nord.jpg?sig=1', 'toit nord.jpg'],
    ['https://x.test/', 'x.test']
])('%s is called %s', (link, name) => {
    expect(linkName(link)).toBe(name);
});

test('Quo’s links carry the number encoded', () => {
    expect(quoCallLink('+15145550123')).toBe('openphone://dial?number=%2B15145550123&action=call');
    expect(quoTextLink('+15145550123')).toBe('openphone://message?number=%2B15145550123');
});
