import { Router, type Request } from 'express';
import type { Sandbox } from '../../sandbox.ts';
import type { Call } from '../../world/records.ts';
import { DATED_PAGE, datedPage } from '../page.ts';
import { pathId, readQuery, type Parameter, type Query } from '../query.ts';
import { notFound } from '../refusal.ts';
import { callState, newestFirst, recordingShapes } from '../shapes.ts';
import { datedCallShape, transcriptShapes } from './call-shape.ts';

const STATUSES = [
    'queued',
    'initiated',
    'ringing',
    'in-progress',
    'completed',
    'busy',
    'failed',
    'no-answer',
    'canceled',
    'missed',
    'answered',
    'forwarded',
    'abandoned'
];
const INCLUDE: Parameter = { list: 'comma', oneOf: ['summary', 'voicemail'] };
const LIST: Readonly<Record<string, Parameter>> = {
    ...DATED_PAGE,
    phoneNumberId: { pattern: /^PN(.*)$/ },
    actorId: { pattern: /^(US|SYU)(.*)$/ },
    participant: {},
    'participant[in]': { list: 'comma' },
    direction: { oneOf: ['incoming', 'outgoing'] },
    status: { oneOf: STATUSES },
    'status[in]': { list: 'comma', oneOf: STATUSES },
    'createdAt[gte]': { type: 'date-time' },
    'createdAt[lte]': { type: 'date-time' },
    include: INCLUDE
};

export function callRoutes(sandbox: Sandbox): Router {
    const { world, now } = sandbox;
    const router = Router();
    const find = (request: Request): Call => {
        const call = world.calls.get(pathId(request, 'callId', /^AC(.*)$/));
        if (!call) throw notFound('Call');
        return call;
    };
    router.get('/calls', (request, response) => {
        const query = readQuery(request, LIST);
        const found = newestFirst(world.calls.values()).filter((call) => fits(call, query));
        const page = datedPage(found, query, now());
        const include = query.many('include') ?? [];
        response.json({ ...page, data: page.data.map((call) => datedCallShape(sandbox, call, include)) });
    });
    router.get('/calls/:callId', (request, response) => {
        const include = readQuery(request, { include: INCLUDE }).many('include') ?? [];
        response.json({ data: datedCallShape(sandbox, find(request), include) });
    });
    router.get('/calls/:callId/recordings', (request, response) => {
        const query = readQuery(request, DATED_PAGE);
        const shapes = recordingShapes(sandbox, find(request)) as (Record<string, unknown> & { id: string })[];
        response.json(datedPage(shapes, query, now()));
    });
    router.get('/calls/:callId/transcripts', (request, response) => {
        const query = readQuery(request, DATED_PAGE);
        const page = datedPage(transcriptShapes(find(request)), query, now());
        response.json({ ...page, data: page.data.map(({ id, ...shape }) => ({ recordingId: id, ...shape })) });
    });
    return router;
}

function fits(call: Call, query: Query): boolean {
    const created = Date.parse(call.createdAt);
    return (
        query.admits('phoneNumberId', call.phoneNumberId) &&
        query.admits('actorId', call.actorId) &&
        query.admits('direction', call.direction) &&
        query.admits('status', callState(call).status) &&
        // Only the number that called or was called counts, not everybody of a group call.
        query.admits('participant', ...ends(call)) &&
        created >= (query.time('createdAt[gte]') ?? -Infinity) &&
        created <= (query.time('createdAt[lte]') ?? Infinity)
    );
}

function ends(call: Call): string[] {
    return [call.participants[0], call.participants.at(-1)].flatMap((party) => (party ? [party.phoneNumber] : []));
}
