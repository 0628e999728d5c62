import { canSee } from '../access/sharing.ts';
import { notFound } from '../org-error.ts';
import { normalizeId } from '../records/ids.ts';
import { idOf, isDeleted } from '../records/row.ts';
import type { Answer, Exchange, Handle, Org } from '../api/exchange.ts';
import { fieldsAsked, objectAt, rowAt } from '../api/lookup.ts';
import { renderRow } from './records.ts';

/** `GET /sobjects/Task/00T…/Account` and `/sobjects/Account/001…/Contacts`; by external id, another handler answers. */
export function relationshipOr(byExternalId: Handle): Handle {
    return (org, exchange, params) => {
        const object = objectAt(org, exchange, params.object);
        const id = normalizeId(params.field ?? '');
        if (id === undefined || !id.startsWith(object.keyPrefix)) return byExternalId(org, exchange, params);
        const row = rowAt(org, exchange, object, id);
        const lookup = org.state.schema.relationship(object, params.value ?? '');
        const parentId = lookup && exchange.caller.access.field(object, lookup).read ? row[lookup.name] : undefined;
        if (typeof parentId === 'string') return parent(org, exchange, parentId);
        const child = org.state.schema.childRelationship(object, params.value ?? '');
        const { access } = exchange.caller;
        if (!child || !access.object(child.child).read || !access.field(child.child, child.field).read)
            throw notFound();
        const fields = fieldsAsked(org, exchange, child.child, exchange.query.get('fields'));
        const found = (org.state.tables.of(child.child).find(child.field.name, idOf(row)) ?? []).filter(
            (one) => !isDeleted(one) && one.IsArchived !== true && canSee(org.state, exchange.caller, one)
        );
        const records = found.map((one) => renderRow(child.child, one, fields, exchange.base));
        return { status: 200, body: { totalSize: records.length, done: true, records } };
    };
}

function parent(org: Org, exchange: Exchange, id: string): Answer {
    const object = org.state.schema.ofId(id);
    if (!object || !exchange.caller.access.object(object).read) throw notFound();
    const row = rowAt(org, exchange, object, id);
    const fields = fieldsAsked(org, exchange, object, exchange.query.get('fields'));
    return { status: 200, body: renderRow(object, row, fields, exchange.base) };
}
