import { matchesSearch } from 'c/quoTimelineRows';

test.each([
    ['ève toit', true],
    ['GAGNON', true],
    ['eve toiture neige', false],
    ['', true]
])('the search “%s” finds the row: %s', (search, found) => {
    expect(matchesSearch('Marie-Ève Gagnon\nToiture du chalet', search)).toBe(found);
});
