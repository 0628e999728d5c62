import { dayOf, daysBefore, groupByDay, startOfDay } from 'c/quoCalendarDays';

const MONTREAL = 'America/Toronto';

test.each([
    ['2026-11-22T04:59:00Z', MONTREAL, '2026-11-21'],
    ['2026-11-22T05:00:00Z', MONTREAL, '2026-11-22'],
    ['2026-11-22T23:30:00Z', 'Pacific/Auckland', '2026-11-23'],
    ['2026-03-08T06:59:00Z', MONTREAL, '2026-03-08'],
    [undefined, MONTREAL, ''],
    ['not a date', MONTREAL, '']
])('%s in %s is on %s', (instant, zone, day) => {
    expect(dayOf(instant, zone)).toBe(day);
});

test.each([
    ['2026-11-22', MONTREAL, '2026-11-22T05:00:00.000Z'],
    ['2026-03-08', MONTREAL, '2026-03-08T05:00:00.000Z'],
    ['2026-11-01', MONTREAL, '2026-11-01T04:00:00.000Z'],
    ['2026-07-01', 'Asia/Kolkata', '2026-06-30T18:30:00.000Z'],
    // In São Paulo, clocks went from 23:59 to 1:00 that night: midnight did not exist.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z']
])('%s begins in %s at %s', (day, zone, instant) => {
    expect(startOfDay(day, zone)).toBe(instant);
});

test('counts back over months', () => {
    expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
    expect(daysBefore('2026-01-01', 0)).toBe('2026-01-01');
});

test('groups rows by the day of the user, in the order given, each day once', () => {
    const rows = [
        { id: 'a', startedAt: '2026-11-22T15:00:00Z' },
        { id: 'b', startedAt: '2026-11-22T04:00:00Z' },
        { id: 'c', startedAt: '2026-11-21T15:00:00Z' },
        { id: 'd', startedAt: '2026-11-02T15:00:00Z' },
        { id: 'e' }
    ];
    const groups = groupByDay(rows, MONTREAL, '2026-11-22T18:00:00Z');
    const shown = groups.map(({ day, isToday, isYesterday, isEarlier, isUndated, rows: members }) => [
        day,
        [isToday, isYesterday, isEarlier, isUndated].indexOf(true),
        members.map(({ id }) => id).join('')
    ]);
    expect(shown).toEqual([
        ['2026-11-22', 0, 'a'],
        ['2026-11-21', 1, 'bc'],
        ['2026-11-02', 2, 'd'],
        ['', 3, 'e']
    ]);
});
