import fc from 'fast-check';
import type { Row } from 'c/quoTimelineRows';
import type { PagedRows } from 'c/quoTimelinePaging';
import { append, UNREAD, replaceFirstPage, stableRows } from 'c/quoTimelinePaging';

const at = (minutes) => new Date(Date.UTC(2026, 10, 22) - minutes * 60_000).toISOString();
const row = (id, minutes, more = {}): Row => ({
    id,
    startedAt: at(minutes),
    summary: [],
    nextSteps: [],
    recordingUrls: [],
    kind: 'call',
    number: '',
    notes: [],
    messages: [],
    ...more
});
const page = (rows: readonly Row[], hasMore = false): PagedRows => ({
    rows,
    hasMore,
    ...(hasMore ? { endCursor: `after-${rows.length}` } : {})
});
const ids = (rows) => rows.map(({ id }) => id);

test('rows of both sources come newest first', () => {
    const tasks = page([row('t1', 1), row('t2', 5)]);
    expect(ids(stableRows(tasks, page([row('s1', 3)])))).toEqual(['t1', 's1', 't2']);
});

test('a row is held back until nothing unread can come before it', () => {
    const tasks = page([row('t1', 1), row('t2', 2)], true);
    const sona = page([row('s1', 1.5), row('s2', 60)]);
    expect(ids(stableRows(tasks, sona))).toEqual(['t1', 's1', 't2']);
    const further = append(tasks, page([row('t3', 30), row('t4', 90)]));
    expect(ids(stableRows(further, sona))).toEqual(['t1', 's1', 't2', 't3', 's2', 't4']);
});

test('a row that moved to a further page is not shown twice', () => {
    const tasks = append(page([row('t1', 1), row('t2', 2)], true), page([row('t2', 2), row('t3', 3)]));
    expect(ids(tasks.rows)).toEqual(['t1', 't2', 't3']);
});

test('a refresh brings what is new, drops what is gone, keeps what was read further down', () => {
    const before = append(page([row('t1', 1), row('t2', 2)], true), page([row('t3', 3), row('t4', 4)], true));
    const after = replaceFirstPage(before, page([row('t0', 0), row('t2', 2)], true));
    expect(ids(after.rows)).toEqual(['t0', 't2', 't3', 't4']);
    expect(after.endCursor).toBe('after-2');
    expect(after.hasMore).toBe(true);
});

test('a refresh of a short list is the whole list', () => {
    expect(replaceFirstPage(page([row('t1', 1), row('t2', 2)]), page([row('t2', 2)]))).toEqual(page([row('t2', 2)]));
});

test('rows without a date come last, once everything is read', () => {
    expect(ids(stableRows(page([row('t1', 1), { ...row('t2', 0), startedAt: undefined }]), UNREAD))).toEqual([
        't1',
        't2'
    ]);
});

/** Reads two lists page by page; whatever was shown before must stay a prefix of what is shown after. */
test('whatever the two lists, what is shown never changes place, and in the end everything is shown', () => {
    const list = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 30 });
    fc.assert(
        fc.property(list, list, fc.integer({ min: 1, max: 7 }), (taskTimes, sonaTimes, size) => {
            const rows = (prefix, times) =>
                [...new Set<number>(times)].sort((a, b) => a - b).map((minutes) => row(`${prefix}${minutes}`, minutes));
            const sources = [rows('t', taskTimes), rows('s', sonaTimes)];
            const pageAt = (all, n) => page(all.slice(n * size, (n + 1) * size), all.length > (n + 1) * size);
            const read = sources.map((all) => append(UNREAD, pageAt(all, 0)));
            let shown = ids(stableRows(read[0], read[1]));
            for (let n = 1; n < 40; n += 1) {
                sources.forEach((all, index) => {
                    if (read[index].hasMore) read[index] = append(read[index], pageAt(all, n));
                });
                const next = ids(stableRows(read[0], read[1]));
                expect(next.slice(0, shown.length)).toEqual(shown);
                shown = next;
            }
            expect(shown).toHaveLength(sources.flat().length);
        })
    );
});
