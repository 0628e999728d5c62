import type { Call, Summary } from '../world/records.ts';
import type { Json, Scenery } from './event.ts';

type Form = (call: Call, at: string, scenery: Scenery) => Json;

/** `data.resource` of each call event in the 2026-03-30 form. */
export const DATED_CALL_RESOURCES: Record<string, Form> = {
    'call.ringing': (call, at) => ({ ...basics(call), direction: call.direction, updatedAt: at }),
    'call.menu.selected': (call, at) => ({
        ...basics(call),
        updatedAt: at,
        phoneMenuSelection: call.menu?.selection ?? null,
        phoneMenuSelectionName: call.menu?.name ?? null,
        statusReason: call.menu?.reason ?? null
    }),
    'call.answered': (call, at) => ({
        ...basics(call),
        direction: call.direction,
        answeredAt: call.answeredAt,
        answeredByUserId: call.answeredBy,
        updatedAt: at
    }),
    'call.completed': (call, at) => ({
        ...basics(call),
        direction: call.direction,
        status: call.ends,
        answeredAt: call.answeredAt,
        completedAt: call.completedAt,
        updatedAt: at,
        duration: call.duration,
        hasVoicemail: call.voicemail !== null
    }),
    'call.forwarded': (call, at) => ({
        ...basics(call),
        updatedAt: at,
        forwardedFrom: call.forwardedFrom,
        forwardedTo: call.forwardedTo
    }),
    'call.missed': (call, at) => ({ ...basics(call), updatedAt: at }),
    'call.recording.completed': recordings,
    'call.summary.completed': (call) => summaryResource(call, call.summary),
    'call.transcript.completed': transcript,
    'call.voicemail.completed': voicemail
};

/** The other side of a call: never the workspace's own numbers, unless both sides are. */
export function outsiders(call: Call): string[] {
    return call.participants.filter((party) => party.actorId === null).map((party) => party.phoneNumber);
}

export function insiders(call: Call): string[] {
    return call.participants.filter((party) => party.actorId !== null).map((party) => party.phoneNumber);
}

function basics(call: Call): Json {
    return { id: call.id, createdAt: call.createdAt };
}

function recordings(call: Call, at: string, scenery: Scenery): Json {
    return {
        ...basics(call),
        direction: call.direction,
        answeredAt: call.answeredAt,
        completedAt: call.completedAt,
        updatedAt: at,
        duration: call.duration,
        recordings: call.recordings.map((recording) => ({
            id: recording.id,
            duration: recording.duration,
            startTime: recording.startTime,
            type: 'audio/wav',
            url: scenery.recordingUrl(recording.id, recording.duration)
        }))
    };
}

function summaryResource(call: Call, summary: Summary | null): Json {
    return {
        callId: call.id,
        processingStatus: summary?.status ?? 'absent',
        summary: summary?.summary ?? null,
        nextSteps: summary?.nextSteps ?? null,
        fromPhoneNumber: (call.direction === 'incoming' ? outsiders(call)[0] : insiders(call)[0]) ?? null,
        handledByAiAgent: call.bySona,
        answeredByUserId: call.answeredBy?.startsWith('US') ? call.answeredBy : null,
        jobs: summary?.jobs ?? []
    };
}

function transcript(call: Call, at: string): Json {
    return {
        callId: call.id,
        createdAt: at,
        duration: call.duration ?? 0,
        processingStatus: call.transcript === null ? 'absent' : 'completed',
        dialogue:
            call.transcript?.map((line) => ({
                userId: line.actorId,
                identifier: line.identifier,
                content: line.content,
                start: line.start,
                end: line.end
            })) ?? null
    };
}

function voicemail(call: Call, at: string, scenery: Scenery): Json {
    const left = call.voicemail;
    return {
        id: left?.activityId ?? null,
        voicemailId: left?.id ?? null,
        callId: call.id,
        direction: call.direction,
        duration: left?.duration ?? 0,
        from: call.participants[0]?.phoneNumber ?? 'anonymous',
        to: call.participants.at(-1)?.phoneNumber ?? 'anonymous',
        transcript: left?.transcript ?? null,
        recordingUrl: left ? scenery.recordingUrl(left.id, left.duration) : null,
        createdAt: call.completedAt,
        updatedAt: at
    };
}
