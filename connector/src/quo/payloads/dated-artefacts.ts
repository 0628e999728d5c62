import { z } from 'zod';
import { dialogue, progress, recording, recordingOf, summaryFields } from './artefacts.ts';
import { around, at, ended, ringing, shape, whole } from './dated-context.ts';
import { reader, toldAt, UnknownShape, type EventTable } from './event.ts';
import { jobs } from './jobs.ts';
import { direction, flag, instant, key, name, seconds, text, told } from './scalars.ts';

/** What comes of a call of `2026-03-30`, often minutes after it. Summary and transcript have no time of their own. */
export const DATED_ARTEFACTS: EventTable = {
    'call.recording.completed': reader(shape({ ...whole, recordings: z.array(recording).nullish() }), (data, event) => {
        const { id, recordings, createdAt, completedAt } = data.resource;
        const when = at(data.resource, event);
        const segments = (recordings ?? []).map((segment, index) => recordingOf(segment, index, createdAt));
        return [
            ...(!recordings
                ? []
                : [
                      {
                          callId: id,
                          at: when,
                          kind: 'recordings' as const,
                          recordings: segments,
                          progress: segments.length === 0 ? ('absent' as const) : ('completed' as const)
                      }
                  ]),
            // Its `completedAt` says that the call is over, should `call.completed` be late or lost.
            completedAt === undefined
                ? ringing(id, when, data.resource.direction, createdAt)
                : ended(data.resource, when, {}),
            ...around(id, when, data)
        ];
    }),
    'call.summary.completed': reader(
        shape({
            callId: key,
            processingStatus: progress,
            ...summaryFields,
            fromPhoneNumber: name,
            handledByAiAgent: flag,
            answeredByUserId: name,
            jobs
        }),
        (data, event) => {
            const { callId, processingStatus, summary, nextSteps, jobs } = data.resource;
            const when = toldAt(undefined, event);
            return [
                told({
                    callId,
                    at: when,
                    kind: 'summary',
                    progress: processingStatus,
                    summary,
                    nextSteps,
                    jobs,
                    bySona: data.resource.handledByAiAgent,
                    answeredBy: data.resource.answeredByUserId,
                    callerNumber: data.resource.fromPhoneNumber
                }),
                ...around(callId, when, data)
            ];
        }
    ),
    'call.transcript.completed': reader(
        shape({ callId: key, processingStatus: progress, dialogue, language: name }),
        (data, event) => {
            const { callId, processingStatus, dialogue, language } = data.resource;
            const when = toldAt(undefined, event);
            return [
                told({ callId, at: when, kind: 'transcript', progress: processingStatus, dialogue, language }),
                ...around(callId, when, data)
            ];
        }
    ),
    'call.voicemail.completed': reader(
        shape({
            // The call's own id: `id` is the voicemail's activity.
            callId: key.nullish(),
            voicemailId: name,
            direction,
            duration: seconds,
            from: name,
            to: name,
            transcript: text,
            recordingUrl: name,
            updatedAt: instant
        }),
        (data, event) => {
            const { callId, voicemailId, direction, duration, from, to, transcript, recordingUrl } = data.resource;
            if (!callId) throw new UnknownShape('a voicemail without the id of its call');
            const when = at(data.resource, event);
            const sides =
                direction === 'outgoing' ? { external: to, workspace: from } : { external: from, workspace: to };
            return [
                told({
                    callId,
                    at: when,
                    kind: 'voicemail',
                    id: voicemailId,
                    duration,
                    transcript,
                    url: recordingUrl,
                    from,
                    to,
                    progress: 'completed'
                }),
                ...around(callId, when, data, {
                    external: sides.external === undefined ? undefined : [sides.external],
                    workspace: sides.workspace === undefined ? undefined : [sides.workspace],
                    sidesKnown: true
                })
            ];
        }
    )
};
