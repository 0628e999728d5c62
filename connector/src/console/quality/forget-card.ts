import type { ConnectionView } from '../../application/connections/model.ts';
import type { ForgetReport, Forgotten, ForgottenCounts } from '../../application/forget-number/model.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup } from '../../web/html.ts';
import { form } from '../ui/layout.ts';
import { formatDate } from '../ui/format-date.ts';
import { button, card, checkbox, field, good, table, trouble } from '../ui/components.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';
import { recordLink } from '../monitoring/record-link.ts';

export interface ForgetView {
    /** What was forgotten before, the newest first. */
    readonly reports: readonly ForgetReport[];
    readonly timeZone: string;
}

/** The form to forget a number with, and what came of it before. */
export function forgetCard(session: RequestSession, { id }: ConnectionView, { reports, timeZone }: ForgetView): Markup {
    const words = wordsOf(session.language);
    const { forgetNumber: says } = words;
    const fields = html`${field({ name: 'number', label: says.number, isRequired: true })}
    ${checkbox('records', says.records, false)} ${checkbox('leads', says.leads, false)}
    ${checkbox('contacts', says.contacts, false)} ${button(says.button, 'destructive')}`;
    const { at, actor, code, what, failed, title } = says.reports;
    const rows = reports.map((report) => [
        formatDate(report.at, session.language, timeZone),
        report.actor,
        report.mark,
        sentences({ ...report, deleted: report.deleted ?? 0 }, words).join(' '),
        report.failed.join(', ')
    ]);
    return card(
        says.title,
        html`<p>${says.intro}</p>
            <ul class="slds-list_dotted">
                ${says.rules.map((rule) => html`<li>${rule}</li>`)}
            </ul>
            ${form(session, `/console/${id}/forget`, fields, 'ask')}
            ${
                rows.length > 0 &&
                html`<h3 class="slds-text-heading_small slds-p-top_medium">${title}</h3>
                    ${table(title, [at, actor, code, what, failed], rows)}`
            }`,
        'forget'
    );
}

/** What forgetting a number just came to. */
export function forgottenNote(connection: ConnectionView, forgotten: Forgotten, words: Words): Markup {
    const { forgetNumber: says } = words;
    const { people, notes, mark } = forgotten;
    const told = sentences({ ...forgotten, people: 0 }, words);
    const left = forgotten.records - (forgotten.deleted ?? 0);
    return html`${good([...told, says.code({ mark })].join(' '))}
    ${left > 0 && html`<p class="note warning">${says.left({ records: left })}</p>`}
    ${
        people.length > 0 &&
        html`<div class="note warning">
            <p>${says.people}</p>
            <ul class="slds-list_dotted">
                ${people.map(({ id, name, object }) => html`<li>${recordLink(connection, id, name)} (${object})</li>`)}
            </ul>
        </div>`
    }
    ${notes.map((note) => trouble(note, words))} ${notes.length > 0 && html`<p class="note warning">${says.again}</p>`}`;
}

/** The same in either language: only counts are kept. */
function sentences(counts: ForgottenCounts, { forgetNumber: says }: Words): readonly string[] {
    const { activities, facts, deliveries, deleted, leads, contacts, people } = counts;
    return [
        says.done({ activities, facts, deliveries }),
        deleted !== undefined && deleted > 0 && says.deleted({ records: deleted }),
        leads !== undefined && says.leadsDeleted({ leads }),
        contacts !== undefined && says.contactsDeleted({ contacts }),
        people > 0 && says.reports.people({ people })
    ].filter((sentence) => sentence !== false);
}
