import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localTime } from '../../../src/domain/records/local-time.ts';

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
