import type { ConnectionView } from '../../application/connections/model.ts';
import type { Completeness, CountedDay, MissingItem } from '../../contracts/completeness.ts';
import type { CompletenessRow } from '../../domain/completeness/completeness.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import { activityLink } from '../monitoring/health.page.ts';
import { card, table } from '../ui/components.ts';
import { formatDate } from '../ui/format-date.ts';
import type { PageContent } from '../ui/layout.ts';

export interface CompletenessView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly completeness: Completeness;
    /** Gaps in what Quo tells. */
    readonly gaps: Part;
}

/** Quo's list beside Salesforce, by inbox and day, and what makes the difference. */
export function completenessPage({ session, connection, completeness, gaps }: CompletenessView): PageContent {
    const words = wordsOf(session.language);
    const { completeness: says } = words;
    const { rows, missing, counted, inboxes } = completeness;
    const path = `/console/${connection.id}/completeness`;
    const files = html`<p>
        <a href="${path}/days.csv">${says.daysFile}</a> · <a href="${path}/missing.csv">${says.missingFile}</a>
    </p>`;
    const heads = [says.day, says.inbox, says.kind, says.quo, says.salesforce, says.difference];
    return {
        path,
        title: says.title,
        tab: 'completeness',
        content: html`${gaps}
            <p>${says.intro}</p>
            ${
                rows.length === 0
                    ? html`<p>${says.none}</p>`
                    : html`${card(
                          says.byDay,
                          html`${table(
                              says.byDay,
                              heads,
                              rows.map((row) => line(row, inboxes, words))
                          )}
                          ${files}`
                      )}
                      ${missingCard(session, connection.id, completeness, missing, words)}`
            }
            ${counted.length > 0 && countedCard(counted, completeness.timeZone, words)}`
    };
}

function line(row: CompletenessRow, inboxes: Completeness['inboxes'], { completeness: says }: Words): readonly Part[] {
    const { day, inbox, list, quo, salesforce, shortfalls } = row;
    const reasons = shortfalls.map(({ state, code, count }) =>
        [`${count}`, reasonOf({ state, code }, says)].join(' · ')
    );
    return [
        ...[day, nameOf(inbox, inboxes, says), says.lists[list], quo, salesforce],
        html`${reasons.map((reason, n) => html`${n > 0 && html`<br />`}${reason}`)}`
    ];
}

function reasonOf({ state, code }: Pick<MissingItem, 'state' | 'code'>, says: Words['completeness']): string {
    return code === null ? says.states[state] : `${says.states[state]} (${code})`;
}

function nameOf(inbox: string | null, inboxes: Completeness['inboxes'], says: Words['completeness']): string {
    return inbox === null ? says.noInbox : (inboxes[inbox] ?? inbox);
}

function missingCard(
    session: RequestSession,
    id: string,
    { inboxes, timeZone }: Completeness,
    missing: readonly MissingItem[],
    words: Words
): Markup {
    const { completeness: says } = words;
    if (missing.length === 0) return html`<p>${says.nothingMissing}</p>`;
    const lines = missing.map((item) => [
        formatDate(item.began, words.language, timeZone),
        html`${says.lists[item.list]}<br />${activityLink(id, item, session)}`,
        nameOf(item.inbox, inboxes, says),
        reasonOf(item, says)
    ]);
    return card(says.missing, table(says.missing, [says.began, says.what, says.inbox, says.reason], lines));
}

function countedCard(counted: readonly CountedDay[], timeZone: string, words: Words): Markup {
    const { completeness: says } = words;
    const lines = counted.map(({ day, ours, salesforce, countedAt }) => [
        day,
        ours,
        salesforce,
        formatDate(countedAt, words.language, timeZone)
    ]);
    return card(
        says.counted,
        html`<p>${says.countedIntro}</p>
            ${table(says.counted, [says.day, says.ours, says.theirs, says.countedAt], lines)}`
    );
}
