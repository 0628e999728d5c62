import { Router, type Request } from 'express';
import type { Sandbox } from '../../sandbox.ts';
import type { Call } from '../../world/records.ts';
import { v1Page } from '../page.ts';
import { pathId, readQuery, type Query } from '../query.ts';
import { notFound, Refusal } from '../refusal.ts';
import { callState, newestFirst } from '../shapes.ts';
import { CREATED_BETWEEN, INBOX, USER, v1Paging } from './parameters.ts';

const LIST = {
    ...v1Paging(100, true),
    ...CREATED_BETWEEN,
    phoneNumberId: { ...INBOX, required: true },
    participants: { list: 'repeat', max: 1, required: true },
    userId: USER,
    since: { type: 'date-time' }
} as const;

export function v1CallRoutes(sandbox: Sandbox): Router {
    const { world, now } = sandbox;
    const router = Router();
    router.get('/calls', (request, response) => {
        const query = readQuery(request, LIST);
        const found = newestFirst(world.calls.values()).filter((call) => fits(call, query));
        const page = v1Page(found, query, now());
        response.json({ ...page, data: page.data.map(v1CallShape) });
    });
    router.get('/calls/:callId', (request, response) => {
        readQuery(request, {});
        const call = findV1Call(sandbox, request);
        // Group calls exist, but this version can't show one.
        if (call.participants.length > 2) throw new Refusal(400, 'Too Many Participants', [], '0101400');
        response.json({ data: v1CallShape(call) });
    });
    return router;
}

/** @throws {Refusal} 400 without the `AC` prefix, 404 when there is no such call */
export function findV1Call({ world }: Sandbox, request: Request): Call {
    const call = world.calls.get(pathId(request, 'callId', /^AC(.*)$/));
    if (!call) throw notFound('Call');
    return call;
}

function v1CallShape(call: Call): Record<string, unknown> {
    const { status, answeredAt, answeredBy, completedAt, duration } = callState(call);
    const { id, phoneNumberId, direction, createdAt, updatedAt, initiatedBy, callRoute } = call;
    return {
        id,
        phoneNumberId,
        userId: call.actorId,
        direction,
        status,
        participants: call.participants.map((party) => party.phoneNumber),
        answeredAt,
        answeredBy,
        initiatedBy,
        completedAt,
        createdAt,
        updatedAt,
        callRoute,
        duration: duration ?? 0,
        forwardedFrom: call.forwardedFrom,
        forwardedTo: call.forwardedTo,
        aiHandled: call.bySona && call.known.has('ended') ? 'ai-agent' : null
    };
}

function fits(call: Call, query: Query): boolean {
    const created = Date.parse(call.createdAt);
    const numbers = call.participants.map((party) => party.phoneNumber);
    return (
        call.participants.length <= 2 &&
        call.phoneNumberId === query.one('phoneNumberId') &&
        (query.many('participants') ?? []).every((one) => numbers.includes(one)) &&
        (query.one('userId') === undefined || call.actorId === query.one('userId')) &&
        created > (query.time('createdAfter') ?? -Infinity) &&
        // The deprecated `since` behaves as createdBefore.
        created < (query.time('createdBefore') ?? query.time('since') ?? Infinity)
    );
}
