import type { Candidate } from '../../../domain/people/match.ts';
import type { ConnectionView } from '../../../pipeline/ports/console-connect.ts';
import type { Forgotten, Quality } from '../../../pipeline/ports/console-watch.ts';
import type { Visit } from '../../doors/visit.ts';
import { html, type Markup, type Part } from '../../html.ts';
import { form, page } from '../layout.ts';
import { button, card, checkbox, field, good, table, trouble } from '../parts.ts';
import { wordsOf, type Words } from '../words/words.ts';
import { activityLink } from './health.ts';
import { recordLink } from './history.ts';

export interface QualityView {
    readonly visit: Visit;
    readonly connection: ConnectionView;
    readonly quality: Quality;
    /** What forgetting a number just came to. */
    readonly forgotten?: Forgotten;
}

/** What a person could put right in Salesforce, each with its way there. */
export function qualityPage({ visit, connection, quality, forgotten }: QualityView): string {
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
        ${forgotten !== undefined && forgottenNote(forgotten, words)}
        ${list(says.ambiguous, [says.number, says.people, says.calls], ambiguous, says.ambiguousIntro)}
        ${list(says.duplicates, [says.people, says.calls], duplicates)}
        ${list(says.unreadable, [says.people, says.field, says.text], unreadable)}
        ${list(says.unowned, [says.calls, history.record], unowned, says.unownedIntro)}
        ${forgetCard(visit, connection, words)}`
    });
}

function forgottenNote({ notes, ...what }: Forgotten, words: Words): Markup {
    const { forget: says } = words.watch;
    const left = what.deleted === undefined || notes.length > 0 ? what.records : 0;
    return html`${good(says.done(what.activities, what.facts, what.deliveries))}
    ${what.deleted !== undefined && notes.length === 0 && good(says.deleted(what.deleted))}
    ${left > 0 && html`<p class="note warning">${says.left(left)}</p>`} ${notes.map((note) => trouble(note, words))}`;
}

function forgetCard(visit: Visit, { id }: ConnectionView, { watch: { forget: says } }: Words): Markup {
    const fields = html`${field({ name: 'number', label: says.number, isRequired: true })}
    ${checkbox('in-salesforce', says.inSalesforce, false)} ${button(says.button, 'destructive')}`;
    return card(
        says.title,
        html`<p>${says.intro}</p>
            ${form(visit, `/console/${id}/forget`, fields, 'ask')}`,
        'forget'
    );
}
