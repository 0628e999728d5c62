import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asRelativeDay, relativeDay } from '../../src/domain/records/relative-day.ts';

const MONTREAL = { startedAt: '2026-12-31T03:30:00.000Z', timeZone: 'America/Toronto' };

test('a day is counted from that of the activity, in the zone of its inbox', () => {
    assert.equal(relativeDay('TODAY', 'date', MONTREAL), '2026-12-30');
    assert.equal(relativeDay('TODAY+2', 'date', MONTREAL), '2027-01-01');
    assert.equal(relativeDay('TODAY-30', 'date', { ...MONTREAL, timeZone: 'UTC' }), '2026-12-01');
    assert.equal(relativeDay('TODAY+1', 'datetime', MONTREAL), '2027-01-01T03:30:00.000Z');
});

test('it is written in more than one way, and kept in one', () => {
    const ways = ['TODAY', 'today', ' TODAY + 3 ', 'Today+03', 'TODAY-1', 'TODAY+0'];
    assert.deepEqual(ways.map(asRelativeDay), ['TODAY', 'TODAY', 'TODAY+3', 'TODAY+3', 'TODAY-1', 'TODAY']);
    for (const text of ['', 'TOMORROW', 'TODAY+', 'TODAY+1000', '2026-12-31', 'TODAY 3'])
        assert.equal(asRelativeDay(text), undefined, text);
});

test('so many days are so many days of the calendar, across changes of the clock', () => {
    fc.assert(
        fc.property(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 0, max: 8_760 }), (days, hour) => {
            const startedAt = new Date(Date.UTC(2026, 0, 1, hour)).toISOString();
            const moment = { startedAt, timeZone: 'America/Toronto' };
            const text = asRelativeDay(`TODAY${days < 0 ? '' : '+'}${days}`) ?? '';
            const apart =
                Date.parse(relativeDay(text, 'date', moment)) - Date.parse(relativeDay('TODAY', 'date', moment));
            assert.equal(apart, days * 86_400_000);
        })
    );
});
