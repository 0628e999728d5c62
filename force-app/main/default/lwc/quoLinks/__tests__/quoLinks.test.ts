import { dialable, nameOfLink, quoCallLink, quoTextLink, safeUrl, showNumber } from 'c/quoLinks';

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
    expect(nameOfLink(link)).toBe(name);
});

test.each([
    ['(514) 555-0123', '5145550123'],
    ['+1 514 555-0123 ext. 12', '+15145550123'],
    ['514 555-0123 poste 12', '5145550123'],
    ['５１４-555-0123', '5145550123'],
    ['none', ''],
    [undefined, '']
])('%j is dialled as %j', (number, dialled) => {
    expect(dialable(number)).toBe(dialled);
});

test.each([
    ['+15145550123', '(514) 555-0123'],
    ['5145550123', '(514) 555-0123'],
    ['+33612345678', '+33612345678'],
    ['+15145550123, +14385550101', '(514) 555-0123, (438) 555-0101'],
    ['anonymous', ''],
    [undefined, '']
])('%j is shown as %j', (number, shown) => {
    expect(showNumber(number)).toBe(shown);
});

test('Quo’s links carry the number encoded', () => {
    expect(quoCallLink('+15145550123')).toBe('openphone://dial?number=%2B15145550123&action=call');
    expect(quoTextLink('+15145550123')).toBe('openphone://message?number=%2B15145550123');
});
