import { dialableNumber, formatPhoneNumber } from 'c/quoPhoneNumbers';

test.each([
    ['(514) 555-0123', '5145550123'],
    ['+1 514 555-0123 ext. 12', '+15145550123'],
    ['514 555-0123 poste 12', '5145550123'],
    ['５１４-555-0123', '5145550123'],
    ['none', ''],
    [undefined, '']
])('%j is dialled as %j', (number, dialled) => {
    expect(dialableNumber(number)).toBe(dialled);
});

test.each([
    ['+15145550123', '(514) 555-0123'],
    ['5145550123', '(514) 555-0123'],
    ['+33612345678', '+33612345678'],
    ['+15145550123, +14385550101', '(514) 555-0123, (438) 555-0101'],
    ['anonymous', ''],
    [undefined, '']
])('%j is shown as %j', (number, shown) => {
    expect(formatPhoneNumber(number)).toBe(shown);
});
