import { idOf, type ObjectName, type RelatedObject } from '../objects/catalogue.ts';
import type { RenderContext } from './context.ts';
import { isLeadId } from './task-fields.ts';

/** Whom a record beside the Task is about: an id for each kind of record, or `null`. */
export interface AboutWhom {
    readonly contact: string | null;
    readonly lead: string | null;
    readonly account: string | null;
    readonly related: (object: RelatedObject) => string | null;
}

/** Lookups to each kind of record; what a person set on the Task by hand wins here too. Ids tell their object. */
export function aboutWhom({ match, setByHand }: RenderContext): AboutWhom {
    const who = setByHand?.whoId === undefined ? (match.whoId ?? null) : setByHand.whoId;
    const what = setByHand?.whatId ?? null;
    const related = setByHand?.whatId === undefined ? (match.relatedId ?? null) : what;
    const isLead = isLeadId(who);
    return {
        contact: isLead ? null : who,
        lead: isLead ? who : null,
        account: ofObject('Account', what) ?? (setByHand?.whoId === undefined ? (match.accountId ?? null) : null),
        related: (object) => (isLead ? null : ofObject(object, related))
    };
}

function ofObject(object: ObjectName, id: string | null): string | null {
    return idOf(object, id) ?? null;
}
