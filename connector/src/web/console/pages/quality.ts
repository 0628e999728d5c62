import type { Candidate } from '../../../domain/people/match.ts';
import type { ConnectionView } from '../../../pipeline/ports/console-connect.ts';
import type { Forgotten } from '../../../pipeline/ports/console-forget.ts';
import type { Quality } from '../../../pipeline/ports/console-watch.ts';
import type { Visit } from '../../doors/visit.ts';
import { html, type Markup, type Part } from '../../html.ts';
import { page } from '../layout.ts';
import { card, table, trouble } from '../parts.ts';
import { wordsOf } from '../words/words.ts';
import { forgetCard, forgottenNote, type ForgetView } from './forget-card.ts';
import { activityLink } from './health.ts';
import { recordLink } from './history.ts';

export interface QualityView {
    readonly visit: Visit;
    readonly connection: ConnectionView;
    readonly quality: Quality;
    readonly forget: ForgetView;
    /** What forgetting a number just came to. */
    readonly forgotten?: Forgotten;
}

/** What a person could put right in Salesforce, each with its way there. */
export function qualityPage({ visit, connection, quality, forget, forgotten }: QualityView): string {
    const words = wordsOf(visit.language);
    const { quality: says, history } = words.watch;
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
        intro?: string
    ): Markup =>
        card(
            `${title} (${rows.length})`,
            html`${intro !== undefined && html`<p>${intro}</p>`}${rows.length === 0 ? html`<p>${says.none}</p>` : table(title, heads, rows)}`
        );
    return page({
        visit,
        path: `/console/${connection.id}/quality`,
        title: says.title,
        place: { id: connection.id, name: connection.name, tab: 'quality' },
        content: html`${(visit.flash?.notes ?? []).map((note) => trouble(note, words))}
        ${forgotten !== undefined && forgottenNote(connection, forgotten, words)}
        ${list(says.ambiguous, [says.number, says.people, says.calls], ambiguous, says.ambiguousIntro)}
        ${list(says.duplicates, [says.people, says.calls], duplicates)}
        ${list(says.unreadable, [says.people, says.field, says.text], unreadable)}
        ${list(says.unowned, [says.calls, history.record], unowned, says.unownedIntro)}
        ${forgetCard(visit, connection, forget)}`
    });
}
