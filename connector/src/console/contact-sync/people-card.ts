import type { ConnectionView } from '../../application/connections/model.ts';
import type { PeopleInQuo } from '../../application/contact-sync/model.ts';
import { html, type Markup } from '../../web/html.ts';
import { card } from '../ui/components.ts';
import type { Words } from '../../locales/catalogue.ts';

/** How far putting Salesforce people into Quo has come, in short. */
export function peopleCard({ id }: ConnectionView, people: PeopleInQuo, words: Words, looksAfter: boolean): Markup {
    const { card: says } = words.contactSync;
    const { mode, linked, due, failed, run } = people;
    const number = new Intl.NumberFormat(`${words.language}-CA`);
    return card(
        says.title,
        html`<dl class="facts">
                <dt>${says.mode}</dt>
                <dd>${words.preferences.of.syncContacts.options[mode]}</dd>
                <dt>${says.linked}</dt>
                <dd>${number.format(linked)}</dd>
                <dt>${says.due}</dt>
                <dd>${number.format(due)}</dd>
                <dt>${says.failed}</dt>
                <dd>${number.format(failed)}</dd>
            </dl>
            ${
                run !== undefined &&
                html`<p>
                        ${says.run[run.state]}
                        ${says.progress({ done: number.format(run.done), total: number.format(run.total) })}
                    </p>
                    <progress
                        max="${Math.max(1, run.total)}"
                        value="${run.done}"
                        aria-label="${says.title}"
                    ></progress>`
            }
            ${looksAfter && html`<p><a href="/console/${id}/people">${says.more}</a></p>`}`,
        'people'
    );
}
