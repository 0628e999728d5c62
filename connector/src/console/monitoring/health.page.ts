import { isAdminOf } from '../../contracts/auth.ts';
import { sentence } from '../../errors/errors.ts';
import type { ConnectionView } from '../../application/connections/model.ts';
import type { KnownGap } from '../../contracts/comparison.ts';
import type { PeopleInQuo } from '../../application/contact-sync/model.ts';
import type { Progress } from '../../contracts/progress.ts';
import type { FlowRow, Health, Usage, WaitingRow } from '../../contracts/monitoring.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import type { HourTotal } from '../ui/chart.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import { form, type PageContent } from '../ui/layout.ts';
import { formatDate } from '../ui/format-date.ts';
import { button, card, good, table, trouble } from '../ui/components.ts';
import { pauseNote } from '../ui/pause-note.ts';
import { durationText } from '../ui/duration-text.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';
import { gapDone, gapNotes } from '../completeness/gap-notes.ts';
import { peopleCard } from '../contact-sync/people-card.ts';
import { isUnderWay, progressCard, WATCH_EVERY } from '../ui/progress-card.ts';

export interface HealthView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly health: Health;
    readonly totals: readonly HourTotal[];
    readonly timeZone: string;
    readonly people?: PeopleInQuo | undefined;
    /** What is under way, and what ended lately. */
    readonly progress?: readonly Progress[];
    /** Times of which Quo does not tell everything. */
    readonly gaps?: readonly KnownGap[];
}

const LOOK_AGAIN = 30;
/** Until these are done, nobody knows whether all is here. */
const FETCHES: ReadonlySet<Progress['task']> = new Set(['repair', 'catch-up']);

/** What came, what became of it, and what waits for whom. */
export function healthPage(view: HealthView): PageContent {
    const { session, connection, health, totals, timeZone, people, progress = [], gaps = [] } = view;
    const words = wordsOf(session.language);
    const { health: says } = words.monitoring;
    const { id } = connection;
    const looksAfter = isAdminOf(session.user, id);
    return {
        path: `/console/${id}`,
        title: says.title,
        tab: 'health',
        refreshIn: isUnderWay(progress) ? WATCH_EVERY : LOOK_AGAIN,
        content: html`${(session.flash?.notes ?? []).map((note) => trouble(note, words))}
            ${session.flash?.done === 'resumed' && good(words.connections.pause.done)}
            ${gapDone(session.flash?.done, words)} ${pauseNote(session, connection, words)}
            ${gapNotes({ session, connection: id, gaps, inboxes: health.inboxes, timeZone, isAdmin: looksAfter }, words)}
            ${
                connection.rehearsingSince !== undefined &&
                html`<p class="note warning">
                    ${words.preferences.page.rehearsal.since({ instant: formatDate(connection.rehearsingSince, session.language, timeZone) })}
                    ${looksAfter && html`<a href="/console/${id}/rehearsal">${words.preferences.page.rehearsal.report}</a>`}
                </p>`
            }
            ${
                !connection.isWhole &&
                html`<p class="note warning">
                    ${says.notWhole}
                    ${looksAfter && html`<a href="/console/${id}/connect">${words.connections.title}</a>`}
                </p>`
            }
            ${health.notFiltered.length > 0 && trouble({ code: 'SF-NOT-SEARCHED', seen: health.notFiltered.join(', ') }, words, 'warning')}
            ${health.transcriptsLack.length > 0 && trouble({ code: 'SF-NO-TRANSCRIPTS', seen: health.transcriptsLack.join(', ') }, words, 'warning')}
            ${figures(id, health, words, looksAfter)} ${card(says.chart, chart(id, health, totals, timeZone, words))}
            <div class="grid">
                <div>
                    ${card(says.waiting, waiting(view, words), 'waiting')}
                    ${people !== undefined && peopleCard(connection, people, words, looksAfter)}
                </div>
                <div>${card(says.usage, usage(health.usage, words), 'usage')} ${progressCard(progress, words)}</div>
            </div>
            ${parkedCard(session, connection, health, words)} ${unread(health, words)}`
    };
}

function figures(id: string, { counts, deliveries, people, kept }: Health, words: Words, looksAfter: boolean): Markup {
    const { health: says } = words.monitoring;
    const number = new Intl.NumberFormat(`${words.language}-CA`);
    const figure = (label: string, value: number, href?: string): Markup =>
        html`<p class="figure">
            <strong>${number.format(value)}</strong>${href === undefined ? label : html`<a href="${href}">${label}</a>`}
        </p>`;
    return html`<div class="figures">
        ${figure(says.figures.received({ n: deliveries.received }), deliveries.received)}
        ${figure(says.figures.activities({ n: counts.total }), counts.total, `/console/${id}/activities`)}
        ${figure(says.figures.due, counts.due)} ${figure(says.figures.waiting, counts.waiting)}
        ${figure(says.figures.parked({ n: counts.parked }), counts.parked, looksAfter ? `/console/${id}/parked` : undefined)}
        ${kept > 0 && figure(words.monitoring.overrides.count({ n: kept }), kept, `/console/${id}/activities?kept=yes`)}
        ${figure(says.figures.people({ n: people.people }), people.people)}
    </div>`;
}

function chart(id: string, health: Health, totals: readonly HourTotal[], timeZone: string, words: Words): Markup {
    const { health: says } = words.monitoring;
    const sum = (what: 'received' | 'matched' | 'written'): number =>
        totals.reduce((all, total) => all + total[what], 0);
    const busy = totals.filter(({ received }) => received > 0);
    const alt = says.chartAlt({ received: sum('received'), matched: sum('matched'), written: sum('written') });
    return html`<div class="wide" tabindex="0" role="region" aria-label="${says.chart}">
            <img
                class="chart"
                src="/console/${id}/flow.svg?language=${words.language}"
                width="960"
                height="280"
                alt="${alt}"
            />
        </div>
        <details>
            <summary>${says.figuresOfChart}</summary>
            ${table(
                says.chart,
                [says.hour, says.received, says.matched, says.written],
                busy.map(({ hour, ...row }) => [
                    formatDate(hour, words.language, timeZone),
                    row.received,
                    row.matched,
                    row.written
                ])
            )}
        </details>
        ${table(says.byInbox, [says.inbox, says.received, says.matched, says.written, says.parked], byInbox(health, words))}`;
}

function byInbox({ flow, inboxes }: Health, { monitoring: { health: says } }: Words): readonly (readonly Part[])[] {
    const groups = Map.groupBy(flow, ({ inbox }) => inbox);
    const sum = (rows: readonly FlowRow[], of: (row: FlowRow) => number): number =>
        rows.reduce((all, row) => all + of(row), 0);
    return [...groups].map(([inbox, rows]) => [
        inbox === null ? says.noInbox : (inboxes[inbox] ?? inbox),
        sum(rows, ({ received }) => received),
        sum(rows, ({ matched }) => matched),
        sum(rows, ({ written }) => written),
        sum(rows, ({ parked }) => parked)
    ]);
}

/** That everything came to Salesforce is said only where nothing on the page says otherwise. */
function waiting({ session, connection, health, gaps = [], progress = [] }: HealthView, words: Words): Markup {
    const { health: says } = words.monitoring;
    const { waiting: rows, parked, counts } = health;
    const { id } = connection;
    const isFetched = !progress.some(({ task, state }) => FETCHES.has(task) && state !== 'done');
    const isWhole =
        connection.isWhole && connection.rehearsingSince === undefined && connection.pausedBecause === undefined;
    const isAll = isWhole && isFetched && gaps.length + parked.length + counts.due + counts.waiting === 0;
    if (rows.length === 0) return html`<p>${isAll ? says.nothingWaits : says.nothingDue}</p>`;
    return table(
        says.waiting,
        [says.what, says.since, says.late, says.why],
        rows.map((row) => [
            activityLink(id, row, session),
            durationText(words, row.waitingForMs),
            late(row, words),
            why(row, words)
        ])
    );
}

/** A title with its way to the history, for whoever may open that: words of people stand there. */
export function activityLink(
    id: string,
    { activityKey, title }: { readonly activityKey: string; readonly title: string | null },
    /** Absent: on a page that only admins open. */
    session?: Pick<RequestSession, 'user'>
): Markup {
    const text = title === null || title === '' ? activityKey : title;
    if (session !== undefined && !isAdminOf(session.user, id)) return html`${text}`;
    return html`<a href="/console/${id}/activities/${encodeURIComponent(activityKey)}">${text}</a>`;
}

function late({ dueInMs }: WaitingRow, words: Words): string {
    return dueInMs < -60_000 ? durationText(words, -dueInMs) : words.monitoring.health.onTime;
}

function why({ error }: WaitingRow, { language }: Words): string {
    return error === null ? '' : sentence(error, language);
}

function usage(
    { org, used, budget, forecast, state }: Usage,
    { monitoring: { health: says }, language }: Words
): Markup {
    const number = new Intl.NumberFormat(`${language}-CA`);
    const row = (label: string, value: number | undefined): Part =>
        value !== undefined &&
        html`<dt>${label}</dt>
            <dd>${number.format(value)}</dd>`;
    return html`<dl class="facts">
            ${[row(says.org, org?.limit), row(says.orgUsed, org?.used), row(says.ours, used), row(says.budget, budget), row(says.forecast, forecast)].filter((one) => one !== false) as readonly Markup[]}
        </dl>
        <progress max="${Math.max(1, budget)}" value="${Math.min(used, budget)}" aria-label="${says.ours}"></progress>
        <p class="${state === 'free' ? 'quiet' : 'note warning'}">${says.usageState[state]}</p>`;
}

function parkedCard(session: RequestSession, { id }: ConnectionView, { parked }: Health, words: Words): Part {
    if (parked.length === 0) return undefined;
    const { parked: says, health } = words.monitoring;
    const rows = parked.map(({ code, count, seen }) => [
        code === null ? says.noReason : sentence({ code, ...(seen !== null && { seen }) }, words.language),
        count
    ]);
    return card(
        says.title,
        html`${table(says.title, [health.why, health.count], rows)}
        ${
            isAdminOf(session.user, id) &&
            html`<p><a href="/console/${id}/parked">${says.title}</a></p>
                ${form(session, `/console/${id}/parked/retry`, button(says.retryAll, 'neutral', 'all'))}`
        }`
    );
}

function unread({ unread: groups }: Health, { monitoring: { health: says } }: Words): Part {
    if (groups.length === 0) return undefined;
    const rows = groups.map(({ reading, type, why: reason, count }) => [
        says.reading[reading],
        type,
        reason === null ? '' : (says.reasons[reason] ?? reason),
        count
    ]);
    return card(says.unread, table(says.unread, [says.what, says.type, says.why, says.count], rows));
}
