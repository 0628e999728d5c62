import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { localTime, utcOffset } from '../../../src/domain/records/local-time.ts';

const said = (instant: string, zone: string) => {
    const { date, time, hour } = localTime(instant, zone);
    return [date, time, hour];
};

test('date, time and hour are those of the zone, not of the machine', () => {
    assert.deepEqual(said('2026-11-21T03:30:00.000Z', 'America/Toronto'), ['2026-11-20', '22:30', 22]);
    assert.deepEqual(said('2026-11-21T03:30:00.000Z', 'Europe/Paris'), ['2026-11-21', '04:30', 4]);
    assert.deepEqual(said('2026-11-21T05:00:00.000Z', 'America/Toronto'), ['2026-11-21', '00:00', 0]);
});

test('half-hour zones and both nights of the year in which clocks change are right', () => {
    assert.deepEqual(said('2026-07-01T12:00:00.000Z', 'America/St_Johns'), ['2026-07-01', '09:30', 9]);
    assert.deepEqual(said('2026-03-08T06:59:00.000Z', 'America/Toronto'), ['2026-03-08', '01:59', 1]);
    assert.deepEqual(said('2026-03-08T07:00:00.000Z', 'America/Toronto'), ['2026-03-08', '03:00', 3]);
    assert.deepEqual(said('2026-11-01T05:30:00.000Z', 'America/Toronto'), ['2026-11-01', '01:30', 1]);
    assert.deepEqual(said('2026-11-01T06:30:00.000Z', 'America/Toronto'), ['2026-11-01', '01:30', 1]);
});

test('the offset of any instant is what its local time says, whatever was asked before', () => {
    const zones = ['America/Toronto', 'America/St_Johns', 'Europe/Paris', 'Australia/Lord_Howe', 'UTC'];
    // Clocks change in spring and autumn: most of what is drawn lies around such a day.
    const instants = fc.tuple(
        fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-04', '2026-10-25', '2026-11-01', '2024-02-29'),
        fc.integer({ min: -48 * 3_600, max: 48 * 3_600 })
    );
    fc.assert(
        fc.property(fc.constantFrom(...zones), instants, (zone, [day, seconds]) => {
            const instant = new Date(Date.parse(`${day}T00:00:00.000Z`) + seconds * 1_000).toISOString();
            const { date, time } = localTime(instant, zone);
            const told = Date.parse(`${date}T${time}:${instant.slice(17, 19)}${utcOffset(instant, zone)}`);
            assert.equal(told, Date.parse(instant));
        })
    );
});
