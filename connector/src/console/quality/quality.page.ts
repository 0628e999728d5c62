import type { Candidate } from '../../domain/people/match.ts';
import type { ConnectionView } from '../../application/connections/model.ts';
import type { Forgotten } from '../../application/forget-number/model.ts';
import { QUALITY_ROWS, type Quality } from '../../contracts/monitoring.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import { type PageContent } from '../ui/layout.ts';
import { card, table, trouble } from '../ui/components.ts';
import { wordsOf } from '../../locales/catalogue.ts';
import { forgetCard, forgottenNote, type ForgetView } from './forget-card.ts';
import { activityLink } from '../monitoring/health.page.ts';
import { recordLink } from '../monitoring/record-link.ts';

export interface QualityView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly quality: Quality;
    readonly forget: ForgetView;
    /** What forgetting a number just came to. */
    readonly forgotten?: Forgotten;
}

/** What a person could put right in Salesforce, each with its way there. */
export function qualityPage({ session, connection, quality, forget, forgotten }: QualityView): PageContent {
    const words = wordsOf(session.language);
    const { quality: says, history } = words.monitoring;
    const people = (candidates: readonly Candidate[]): Part =>
        html`${candidates.map(({ id, name }, n) => html`${n > 0 && ', '}${recordLink(connection, id, name)}`)}`;
    const ambiguous = quality.ambiguous.map((row) => [row.number, people(row.candidates), row.activities]);
    const duplicates = quality.duplicates.map((row) => [people(row.candidates), row.activities]);
    const unreadable = quality.unreadable.map((row) => [recordLink(connection, row.id, row.name), row.field, row.text]);
    const unowned = quality.unowned.map((row) => [
        activityLink(connection.id, row),
        recordLink(connection, row.salesforceId, history.open)
    ]);
    const list = (
        title: string,
        heads: readonly string[],
        rows: readonly (readonly Part[])[],
        intro?: string,
        // A list that is full may go on.
        inAll = rows.length < QUALITY_ROWS ? says.count({ n: rows.length }) : says.atLeast({ n: QUALITY_ROWS })
    ): Markup =>
        card(
            `${title} (${inAll})`,
            html`${intro !== undefined && html`<p>${intro}</p>`}${rows.length === 0 ? html`<p>${says.none}</p>` : table(title, heads, rows)}`
        );
    return {
        path: `/console/${connection.id}/quality`,
        title: says.title,
        tab: 'quality',
        content: html`${(session.flash?.notes ?? []).map((note) => trouble(note, words))}
        ${forgotten !== undefined && forgottenNote(connection, forgotten, words)}
        ${list(says.ambiguous, [says.number, says.people, says.calls], ambiguous, says.ambiguousIntro)}
        ${list(says.duplicates, [says.people, says.calls], duplicates)}
        ${list(says.unreadable, [says.people, says.field, says.text], unreadable, undefined, says.count({ n: quality.unreadableInAll }))}
        ${list(says.unowned, [says.calls, history.record], unowned, says.unownedIntro)}
        ${forgetCard(session, connection, forget)}`
    };
}
