import { formatPosition, durationText } from 'c/quoDurations';

test.each([
    [undefined, ''],
    [0, ''],
    [31, '31 s'],
    [60, '1 min 0 s'],
    [125, '2 min 5 s'],
    [3720, '1 h 2 min']
])('%s seconds are “%s”', (seconds, text) => {
    expect(durationText(seconds).replaceAll('\u00A0', ' ')).toBe(text);
});

test.each([
    [0, '0:00'],
    [5, '0:05'],
    [125.9, '2:05'],
    [3725, '1:02:05'],
    [NaN, '0:00'],
    [Infinity, '0:00'],
    [-3, '0:00']
])('a player writes %s as %s', (seconds, text) => {
    expect(formatPosition(seconds)).toBe(text);
});
