import { shortId } from 'c/quoRecordIds';
import { definedOnly } from './fieldValues';
import type { Row } from './row';

/** A Sona call and its Task are one row: the Task's facts, with the record's structured title, summary and steps. */
export function mergeSonaCalls(tasks: readonly Row[], sona: readonly Row[]): Row[] {
    const records = new Map(sona.filter((row) => row.taskId).map((row) => [shortId(row.taskId ?? ''), row]));
    const merged = tasks.map((task) => {
        const record = records.get(shortId(task.id));
        if (!record) return task;
        records.delete(shortId(task.id));
        const { sonaId, title, sonaOutcome, followUpStatus, spokeWith = task.spokeWith } = record;
        return {
            ...task,
            ...definedOnly({ sonaId, title, sonaOutcome, followUpStatus, spokeWith }),
            summary: record.summary.length ? record.summary : task.summary,
            nextSteps: record.nextSteps.length ? record.nextSteps : task.nextSteps,
            recordingUrls: task.recordingUrls.length ? task.recordingUrls : record.recordingUrls
        };
    });
    const paired = new Set(tasks.map((task) => shortId(task.id)));
    return [...merged, ...sona.filter((row) => !row.taskId || !paired.has(shortId(row.taskId)))];
}
