import { isAdminOf } from '../../contracts/auth.ts';
import type { ConnectionView } from '../../application/connections/model.ts';
import type { ActivityFilter, ActivityRow } from '../../contracts/monitoring.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup } from '../../web/html.ts';
import { type PageContent } from '../ui/layout.ts';
import { formatDate } from '../ui/format-date.ts';
import { button, card, field, select, table, trouble } from '../ui/components.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';
import { activityLink } from './health.page.ts';

export interface ActivitiesView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly rows: readonly ActivityRow[];
    readonly filter: ActivityFilter;
    readonly inboxes: Readonly<Record<string, string>>;
    readonly timeZone: string;
}

/** The newest calls and conversations. */
export function activitiesPage({ session, connection, rows, filter, inboxes, timeZone }: ActivitiesView): PageContent {
    const words = wordsOf(session.language);
    const { activities: says, health } = words.monitoring;
    const lines = rows.map((row) => [
        formatDate(row.startedAt ?? row.firstFactAt, session.language, timeZone),
        html`${says.kind[row.kind]}<br />${activityLink(connection.id, row, session)}`,
        row.inbox === null ? '' : (inboxes[row.inbox] ?? row.inbox),
        row.matchStatus === null ? '' : html`${says.match[row.matchStatus]}<br />${row.match?.whoName ?? ''}`,
        stateOf(
            isAdminOf(session.user, connection.id) ? row : { ...row, dismissedNote: row.dismissedNote && '' },
            words
        )
    ]);
    return {
        path: `/console/${connection.id}/activities`,
        title: says.title,
        tab: 'activities',
        content: html`${(session.flash?.notes ?? []).map((note) => trouble(note, words))}
        ${filters(filter, inboxes, words)}
        ${
            rows.length === 0
                ? html`<p>${says.none}</p>`
                : card(
                      says.title,
                      table(says.title, [says.when, health.what, health.inbox, says.who, says.state], lines)
                  )
        }`
    };
}

function filters(filter: ActivityFilter, inboxes: Readonly<Record<string, string>>, words: Words): Markup {
    const { activities: says, health } = words.monitoring;
    const any = { value: '', label: says.all };
    const matches = Object.entries(says.match).map(([value, label]) => ({ value, label }));
    const boxes = Object.entries(inboxes).map(([value, label]) => ({ value, label }));
    return html`<form method="get" class="buttons">
        ${select('status', says.who, [any, ...matches], filter.status ?? '')}
        ${select('inbox', health.inbox, [any, ...boxes], filter.inbox ?? '')}
        ${field({ name: 'number', label: says.number, value: filter.number })}
        ${select('kept', words.monitoring.overrides.title, [any, { value: 'yes', label: words.frame.yes }], filter.kept === true ? 'yes' : '')}
        ${button(says.filter, 'neutral')}
    </form>`;
}

export function stateOf(row: ActivityRow, { monitoring: { activities: says } }: Words): Markup {
    if (row.parked) return html`<span class="state failed">${says.states.parked}</span>`;
    if (row.dismissedNote !== null)
        return html`<span class="state">${says.states.ignored}</span> <span class="quiet">${row.dismissedNote}</span>`;
    if (row.due) return html`<span class="state warning">${says.states.waiting}</span>`;
    if (row.writtenAt !== null) return html`<span class="state ok">${says.states.written}</span>`;
    return html`<span class="state">${says.states.nothing}</span>`;
}
