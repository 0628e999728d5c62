import type { CallFact } from '../../domain/facts.ts';
import { around, at, ended, ringing, shape, times, whole } from './dated-context.ts';
import { datedEndStatus } from './end-status.ts';
import { reader, type EventTable } from './event.ts';
import { direction, flag, instant, key, name, told } from './scalars.ts';

/** The calls of `2026-03-30`. Summary and transcript carry `callId` and no time of their own. */
export const DATED_CALLS: EventTable = {
    'call.ringing': reader(shape({ id: key, direction, ...times }), (data, event) => {
        const { id, direction, createdAt } = data.resource;
        const when = at(data.resource, event);
        return [ringing(id, when, direction, createdAt), ...around(id, when, data)];
    }),
    'call.menu.selected': reader(
        shape({ id: key, ...times, phoneMenuSelection: name, phoneMenuSelectionName: name, statusReason: name }),
        (data, event) => {
            const { id, createdAt, phoneMenuSelection: selection, statusReason: reason } = data.resource;
            const when = at(data.resource, event);
            const menu: CallFact = told({
                callId: id,
                at: when,
                kind: 'menu',
                selection,
                name: data.resource.phoneMenuSelectionName,
                reason
            });
            return [menu, ringing(id, when, 'incoming', createdAt), ...around(id, when, data)];
        }
    ),
    'call.answered': reader(
        shape({ id: key, direction, ...times, answeredAt: instant, answeredByUserId: name }),
        (data, event) => {
            const { id, direction, createdAt, answeredAt, answeredByUserId: answeredBy } = data.resource;
            const when = at(data.resource, event);
            return [
                told({ callId: id, at: when, kind: 'answered', answeredAt, answeredBy }),
                ringing(id, when, direction, createdAt),
                ...around(id, when, data)
            ];
        }
    ),
    'call.completed': reader(shape({ ...whole, status: name, hasVoicemail: flag }), (data, event) => {
        const { id, hasVoicemail } = data.resource;
        const when = at(data.resource, event);
        const status = datedEndStatus(data.resource.status);
        return [ended(data.resource, when, told({ status, hasVoicemail })), ...around(id, when, data)];
    }),
    'call.missed': reader(shape({ id: key, ...times }), (data, event) => {
        const { id, createdAt } = data.resource;
        const when = at(data.resource, event);
        return [
            { callId: id, at: when, kind: 'missed' },
            ringing(id, when, 'incoming', createdAt),
            ...around(id, when, data)
        ];
    }),
    'call.forwarded': reader(shape({ id: key, ...times, forwardedFrom: name, forwardedTo: name }), (data, event) => {
        const { id, createdAt, forwardedFrom: from, forwardedTo: to } = data.resource;
        const when = at(data.resource, event);
        return [
            told({ callId: id, at: when, kind: 'forwarded', from, to }),
            ringing(id, when, 'incoming', createdAt),
            ...around(id, when, data)
        ];
    })
};
