import type { ConnectionView } from '../../../pipeline/ports/console-connect.ts';
import type { AuditRow } from '../../../pipeline/ports/console-watch.ts';
import type { Visit } from '../../doors/visit.ts';
import { html } from '../../html.ts';
import { page } from '../layout.ts';
import { moment } from '../moment.ts';
import { card, table } from '../parts.ts';
import { wordsOf, type Words } from '../words/words.ts';

export interface AuditView {
    readonly visit: Visit;
    /** Absent: what belongs to no connection. */
    readonly connection?: ConnectionView;
    readonly rows: readonly AuditRow[];
    readonly timeZone: string;
}

const PAGE = 100;

/** Who did what. */
export function auditPage({ visit, connection, rows, timeZone }: AuditView): string {
    const words = wordsOf(visit.language);
    const { audit: says } = words.watch;
    const lines = rows.map(({ at, actor, action, detail }) => [
        moment(at, visit.language, timeZone),
        actor === 'admin token' ? words.frame.adminToken : actor,
        html`${words.audit.actions[action] ?? action}<br /><span class="quiet">${action}</span>`,
        detailOf(detail, words)
    ]);
    const last = rows.at(-1);
    return page({
        visit,
        path: connection === undefined ? '/console/audit' : `/console/${connection.id}/audit`,
        title: connection === undefined ? words.frame.list.auditTitle : says.title,
        ...(connection && { place: { id: connection.id, name: connection.name, tab: 'audit' as const } }),
        content: html`${
            rows.length === 0
                ? html`<p>${says.none}</p>`
                : card(says.title, table(says.title, [says.at, says.who, says.what, says.detail], lines))
        }
        ${rows.length === PAGE && last !== undefined && html`<p><a href="?before=${last.seq}">${says.older}</a></p>`}`
    });
}

/** Counts, ids and kinds: never a text of anybody's. */
function detailOf(detail: AuditRow['detail'], { audit }: Words): string {
    const told = Object.entries(detail).filter(([, value]) => value !== undefined && value !== null);
    return told
        .map(([name, value]) => audit.pair(name, typeof value === 'string' ? value : JSON.stringify(value)))
        .join('; ');
}
