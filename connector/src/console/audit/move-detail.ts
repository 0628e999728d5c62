import type { ConnectionView } from '../../application/connections/model.ts';
import { readMove } from '../../application/monitoring/undo-move.ts';
import type { AuditRow } from '../../contracts/monitoring.ts';
import type { Words } from '../../locales/catalogue.ts';
import { html, type Part } from '../../web/html.ts';
import { recordLink } from '../monitoring/record-link.ts';

/** Links that are shown of a list; the others are counted. A choice can move every call of years. */
const SHOWN = 3;

/**
 * What a choice about a number moved, from where and to whom, in a sentence.
 *
 * @returns undefined for an entry in a form that this version does not know
 */
export function moveDetail(
    detail: AuditRow['detail'],
    connection: ConnectionView,
    { monitoring: { audit: says } }: Words
): Part | undefined {
    const move = readMove(detail);
    if (move === undefined) return undefined;
    const { moved, left, to, relatedId } = move;
    const link = (id: string): Part => recordLink(connection, id, id);
    const from = new Set(moved.flatMap(({ whoId, whatId }) => [whoId, whatId].filter((id) => id !== null)));
    const fromNobody = moved.filter(({ whoId, whatId }) => whoId === null && whatId === null).length;
    const target = [to === 'ignore' ? says.moved.nobody : link(to), typeof relatedId === 'string' && link(relatedId)];
    const records = moved.flatMap(({ id }) => (id === undefined ? [] : [link(id)]));
    const others = (count: number): Part => count > SHOWN && html` ${says.moved.others({ n: count - SHOWN })}`;
    return html`${moved.length > 0 && html`${says.moved.records({ n: moved.length })} ${listed(target)}. `}
    ${from.size > 0 && html`${says.moved.from} ${listed([...from].slice(0, SHOWN).map(link))}${others(from.size)}. `}
    ${fromNobody > 0 && html`${says.moved.fromNobody({ n: fromNobody })} `}
    ${records.length > 0 && html`${says.moved.which} ${listed(records.slice(0, SHOWN))}${others(records.length)}. `}
    ${left > 0 && says.moved.left({ n: left })}`;
}

function listed(parts: readonly Part[]): Part {
    const shown = parts.filter((part) => part !== false);
    return html`${shown.map((part, n) => html`${n > 0 && ', '}${part}`)}`;
}
