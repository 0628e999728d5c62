import { MOVED, MOVE_UNDONE } from '../../application/monitoring/undo-move.ts';
import type { ConnectionView } from '../../application/connections/model.ts';
import type { AuditRow } from '../../contracts/monitoring.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Part } from '../../web/html.ts';
import { form, type PageContent } from '../ui/layout.ts';
import { formatDate } from '../ui/format-date.ts';
import { button, card, good, table, trouble } from '../ui/components.ts';
import { moveDetail } from './move-detail.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';

export interface AuditView {
    readonly session: RequestSession;
    /** Absent: what belongs to no connection. */
    readonly connection?: ConnectionView;
    readonly rows: readonly AuditRow[];
    readonly timeZone: string;
}

const PAGE = 100;

/** Who did what. */
export function auditPage({ session, connection, rows, timeZone }: AuditView): PageContent {
    const words = wordsOf(session.language);
    const { audit: says } = words.monitoring;
    const undone = new Set(rows.map(({ action, detail }) => (action === MOVE_UNDONE ? detail['seq'] : undefined)));
    const undo = ({ action, detail, seq }: AuditRow): Part =>
        connection !== undefined &&
        action === MOVED &&
        Array.isArray(detail['moved']) &&
        detail['moved'].length > 0 &&
        !undone.has(seq) &&
        form(
            session,
            `/console/${connection.id}/audit/undo`,
            html`<input type="hidden" name="seq" value="${seq}" />${button(says.undo, 'neutral')}`
        );
    const told = (action: string, detail: AuditRow['detail']): Part =>
        (connection !== undefined && action === MOVED ? moveDetail(detail, connection, words) : undefined) ??
        detailOf(detail, words);
    const lines = rows.map(({ at, actor, action, detail, seq }) => [
        formatDate(at, session.language, timeZone),
        actor === 'admin token' ? words.frame.adminToken : actor,
        html`${says.actions[action] ?? action}<br /><span class="quiet">${action}</span>`,
        html`${told(action, detail)} ${undo({ at, actor, action, detail, seq })}`
    ]);
    const last = rows.at(-1);
    return {
        path: connection === undefined ? '/console/audit' : `/console/${connection.id}/audit`,
        title: connection === undefined ? says.titleOfAll : says.title,
        tab: 'audit',
        content: html`${(session.flash?.notes ?? []).map((note) => trouble(note, words))}
        ${session.flash?.done === 'undone' && good(says.undone({ n: session.flash.count ?? 0 }))}
        ${
            rows.length === 0
                ? html`<p>${says.none}</p>`
                : card(says.title, table(says.title, [says.at, says.who, says.what, says.detail], lines))
        }
        ${rows.length === PAGE && last !== undefined && html`<p><a href="?before=${last.seq}">${says.older}</a></p>`}`
    };
}

/** Counts, ids and kinds: never a text of anybody's. */
function detailOf(detail: AuditRow['detail'], { monitoring: { audit } }: Words): string {
    const told = Object.entries(detail).filter(([, value]) => value !== undefined && value !== null);
    return told
        .map(([name, value]) => audit.pair({ name, value: typeof value === 'string' ? value : JSON.stringify(value) }))
        .join('; ');
}
