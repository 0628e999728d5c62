import { wordingOf } from '../../locales/records-wording.ts';
import type { ConnectionView } from '../../application/connections/model.ts';
import type { History } from '../../contracts/monitoring.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import { type PageContent } from '../ui/layout.ts';
import { formatDate } from '../ui/format-date.ts';
import { card, good, table, trouble } from '../ui/components.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';
import { stateOf } from './activities.page.ts';
import { overridesCard } from './overrides-card.ts';
import { recordLink } from './record-link.ts';

export interface HistoryView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly history: History;
    readonly timeZone: string;
}

/** Everything that is known of one call or conversation: each delivery, the match and why, each write and its answer. */
export function historyPage({ session, connection, history, timeZone }: HistoryView): PageContent {
    const words = wordsOf(session.language);
    const { history: says } = words.monitoring;
    const { activity, deliveries, facts } = history;
    const at = (instant: string | null): string => formatDate(instant, session.language, timeZone);
    const sent = deliveries.map((one) => [at(one.receivedAt), one.type, html`<span class="quiet">${one.id}</span>`]);
    return {
        path: `/console/${connection.id}/activities/${encodeURIComponent(activity.activityKey)}`,
        title: says.titleOf({ what: activity.title ?? activity.activityKey }),
        tab: 'activities',
        shows: { page: 'activity', activityKey: activity.activityKey },
        content: html`${session.flash?.done === 'ours-again' && good(words.monitoring.overrides.asked)}
            ${(session.flash?.notes ?? []).map((note) => trouble(note, words))}
            <p>${at(activity.startedAt ?? activity.firstFactAt)} ${stateOf(activity, words)}</p>
            <p class="quiet">${activity.activityKey}</p>
            ${activity.error !== null && trouble(activity.error, words)}
            ${card(says.match, match(history, connection, words))}
            ${card(
                says.deliveries,
                orNone(sent, words, (rows) => table(says.deliveries, [says.received, says.type, says.id], rows))
            )}
            ${card(says.records, records(history, connection, words))}
            ${overridesCard({ session, connection, history }, words)}
            ${card(says.writes, writes(history, connection, words, at))}
            <details>
                <summary>${says.facts} (${facts.length})</summary>
                <pre class="text">${JSON.stringify(facts, null, 2)}</pre>
            </details>`
    };
}

function orNone(
    rows: readonly (readonly Part[])[],
    { monitoring: { history: says } }: Words,
    show: (rows: readonly (readonly Part[])[]) => Markup
): Markup {
    return rows.length === 0 ? html`<p>${says.none}</p>` : show(rows);
}

function match(
    { activity }: History,
    connection: ConnectionView,
    { monitoring: { history: says, activities }, language }: Words
): Markup {
    const { match: found, matchStatus } = activity;
    if (found === null || matchStatus === null) return html`<p>${says.noMatch}</p>`;
    const wording = wordingOf(language);
    const why =
        found.isProvisional === true
            ? wording.provisional(found.whoName)
            : wording.reason(found.reason, (number) => number);
    return html`<p>
            <strong>${activities.match[matchStatus]}</strong> ${recordLink(connection, found.whoId, found.whoName)}
        </p>
        <p>${why}</p>
        ${found.related !== undefined && html`<p>${wording.related(found.related)}</p>`}`;
}

function records({ records: known }: History, connection: ConnectionView, words: Words): Markup {
    const { history: says } = words.monitoring;
    const rows = known.map(({ object, key, salesforceId, fields }) => [
        object,
        html`${typeof fields?.['Subject'] === 'string' ? fields['Subject'] : key}`,
        recordLink(connection, salesforceId, says.open)
    ]);
    return orNone(rows, words, (some) => table(says.records, [says.record, says.id, says.open], some));
}

function writes(
    { writes: made }: History,
    connection: ConnectionView,
    words: Words,
    at: (instant: string) => string
): Markup {
    const { history: says } = words.monitoring;
    const rows = made.map((one) => [
        at(one.at),
        html`<span class="state ${one.answer === 'written' || one.answer === 'removed' ? 'ok' : 'failed'}"
                >${says.answers[one.answer]}</span
            >
            ${one.error !== null && trouble(one.error, words)}`,
        html`${one.object} ${recordLink(connection, one.salesforceId ?? undefined, one.salesforceId ?? '')}`,
        one.changed.join(', ')
    ]);
    return orNone(rows, words, (some) => table(says.writes, [says.at, says.answer, says.record, says.changed], some));
}
