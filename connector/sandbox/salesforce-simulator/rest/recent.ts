import { canSee } from '../access/sharing.ts';
import { badRequest } from '../org-error.ts';
import { idOf, isDeleted, type Row } from '../records/row.ts';
import type { SObject } from '../schema/types.ts';
import { attributesOf, type Json } from '../soql/render.ts';
import type { Exchange, Handle, Org } from '../api/exchange.ts';

/** As many as the platform remembers. */
const MOST = 200;

/** `GET /recent?limit=5`: what this user worked on last. Looking at a record is not noted here, changing it is. */
export const recent: Handle = (org, exchange) => {
    const limit = limitOf(exchange);
    const seen = org.state.schema.objects
        .filter((object) => object.flags.mruEnabled === true && exchange.caller.access.object(object).read)
        .flatMap((object) => touchedBy(org, exchange, object).map((row) => ({ object, row })))
        .sort((a, b) => latestFirst(a.row, b.row))
        .slice(0, limit);
    return { status: 200, body: seen.map(({ object, row }) => item(object, row, exchange.base)) };
};

/** Within one second, whichever was made last. */
function latestFirst(a: Row, b: Row): number {
    const made = (row: Row): string => idOf(row).slice(3);
    return Number(b.LastModifiedDate) - Number(a.LastModifiedDate) || (made(a) < made(b) ? 1 : -1);
}

function limitOf({ query }: Exchange): number {
    const text = query.get('limit');
    if (text === null) return MOST;
    if (!/^[1-9]\d*$/.test(text)) throw badRequest('INVALID_QUERY_FILTER_OPERATOR', `limit must be a number: ${text}`);
    return Math.min(MOST, Number(text));
}

function touchedBy(org: Org, { caller }: Exchange, object: SObject): Row[] {
    return [...org.state.tables.of(object).all()].filter(
        (row) => row.LastModifiedById === caller.userId && !isDeleted(row) && canSee(org.state, caller, row)
    );
}

function item(object: SObject, row: Row, base: string): Json {
    const name = object.nameField?.name;
    return {
        attributes: attributesOf(object, row, base),
        Id: row.Id,
        ...(name === undefined ? {} : { [name]: row[name] ?? null })
    };
}
