import { Router } from 'express';
import type { Sandbox } from '../../sandbox.ts';
import type { Call } from '../../world/records.ts';
import { readQuery } from '../query.ts';
import { notFound } from '../refusal.ts';
import { recordingShapes, summaryStatus, voicemailShape } from '../shapes.ts';
import { findV1Call } from './calls.ts';

type Json = Record<string, unknown>;

/** What came of a call, in v1's four separate places. */
export function artefactRoutes(sandbox: Sandbox): Router {
    const router = Router();
    router.get('/call-recordings/:callId', (request, response) => {
        readQuery(request, {});
        response.json({ data: recordingShapes(sandbox, findV1Call(sandbox, request)) });
    });
    router.get('/call-summaries/:callId', (request, response) => {
        readQuery(request, {});
        response.json({ data: summary(findV1Call(sandbox, request)) });
    });
    router.get('/call-transcripts/:callId', (request, response) => {
        readQuery(request, {});
        response.json({ data: transcript(findV1Call(sandbox, request)) });
    });
    router.get('/call-voicemails/:callId', (request, response) => {
        readQuery(request, {});
        const voicemail = voicemailShape(sandbox, findV1Call(sandbox, request));
        if (!voicemail) throw notFound('Voicemail');
        response.json({ data: voicemail });
    });
    return router;
}

function summary(call: Call): Json {
    const status = summaryStatus(call);
    const done = status === 'completed' ? call.summary : null;
    const jobs = done && done.jobs.length > 0 ? done.jobs : null;
    return { callId: call.id, status, summary: done?.summary ?? null, nextSteps: done?.nextSteps ?? null, jobs };
}

/** One dialogue, whatever the number of recordings; its offsets start with the call. */
function transcript(call: Call): Json {
    const done = call.known.has('transcript') ? call.transcript : null;
    const status = done ? 'completed' : call.transcript ? 'in-progress' : 'absent';
    const dialogue =
        done?.map(({ content, start, end, identifier, actorId }) => {
            // The description allows a user's id here, and Sona's is none.
            return { content, start, end, identifier, userId: actorId?.startsWith('US') ? actorId : null };
        }) ?? null;
    return { callId: call.id, createdAt: call.createdAt, duration: call.duration ?? 0, status, dialogue };
}
