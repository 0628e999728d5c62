import { z } from 'zod';
import type { Instant, Progress, Recording } from '../../domain/facts.ts';
import { instant, lines, name, offset, seconds, text, told } from './scalars.ts';

/** Where Quo's work on a summary, a transcript or a voicemail stands; a new word is work that goes on. */
const progressUnless = (missing: Progress) =>
    z
        .string()
        .nullish()
        .transform((value): Progress => {
            if (value === null || value === undefined) return missing;
            return value === 'absent' || value === 'completed' || value === 'failed' ? value : 'in-progress';
        });

/** Of a webhook: the event's own name says that it is completed. */
export const progress = progressUnless('completed');

/** Of an answer of the API. */
export const restProgress = progressUnless('in-progress');

export const summaryFields = { summary: lines, nextSteps: lines };

export const dialogue = z
    .array(
        z
            .object({ content: text, start: offset, end: offset, userId: name, actorId: name, identifier: name })
            .transform((line) =>
                told({
                    content: line.content ?? '',
                    start: line.start,
                    end: line.end,
                    userId: line.userId ?? line.actorId,
                    identifier: line.identifier
                })
            )
    )
    .nullish()
    .transform((value) => value ?? undefined);

export const recording = z.object({
    id: name,
    startTime: instant,
    duration: seconds,
    type: name,
    url: name,
    status: name
});

/** Where Quo gave no id, one that the next delivery about the same segment has as well. */
export function recordingOf(segment: z.infer<typeof recording>, index: number, from?: Instant): Recording {
    const start = segment.startTime ?? from;
    return told({
        id: segment.id ?? (start === undefined ? `n-${index + 1}` : `at-${start}-${index + 1}`),
        startedAt: segment.startTime,
        duration: segment.duration,
        type: segment.type,
        url: segment.url
    });
}
