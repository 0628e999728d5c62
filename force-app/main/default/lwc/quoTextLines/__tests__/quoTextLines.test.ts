import { linesOf, listItemsOf } from 'c/quoTextLines';

test('lines end as on any system', () => {
    expect(linesOf('a\r\nb\rc\n\nd')).toEqual(['a', 'b', 'c', '', 'd']);
    expect(linesOf(undefined)).toEqual(['']);
});

test('a list is its items: without bullets, without empty lines', () => {
    expect(listItemsOf('- un\n\n • deux\n– trois\n-quatre')).toEqual(['un', 'deux', 'trois', '-quatre']);
    expect(listItemsOf(null)).toEqual([]);
});
