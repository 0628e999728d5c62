import type { ConnectionView } from '../../../pipeline/ports/console-connect.ts';
import type { Chosen, Offers, Sketch } from '../../../pipeline/ports/console-choose.ts';
import type { Visit } from '../../doors/visit.ts';
import { html, type Markup, type Part } from '../../html.ts';
import { form, page } from '../layout.ts';
import { moment } from '../moment.ts';
import { button, card, field, good, table, trouble } from '../parts.ts';
import { wordsOf, type Words } from '../words/words.ts';
import { preferenceFields } from './preference-fields.ts';

export interface PreferencesView {
    readonly visit: Visit;
    readonly connection: ConnectionView;
    readonly chosen: Chosen;
    readonly offers: Offers;
    readonly sketch?: Sketch;
}

/** Every choice, each with what it does, beside what the last call would look like. */
export function preferencesPage(view: PreferencesView): string {
    const { visit, connection, chosen, offers } = view;
    const words = wordsOf(visit.language);
    const { choose } = words;
    const { flash } = visit;
    const here = `/console/${connection.id}/preferences`;
    const told = flash?.done === 'again' ? choose.again.done(flash.count ?? 0) : choose.saved;
    const choices = html`${preferenceFields(chosen, offers, words)}
        <div class="buttons">${button(choose.save)} ${button(choose.look, 'neutral', 'look')}</div>`;
    return page({
        visit,
        path: here,
        title: choose.title,
        place: { id: connection.id, name: connection.name, tab: 'preferences' },
        content: html`${flash?.done !== undefined && good(told)}
            ${(flash?.notes ?? []).map((note) => trouble(note, words))}
            ${chosen.isFixed && html`<p class="note">${choose.fixed}</p>`}
            <div class="beside">
                <div>${form(visit, here, choices, 'choices')}</div>
                <div class="stays" id="preview" data-preview="${here}/preview">${sketchCard(view.sketch, words)}</div>
            </div>
            <div class="grid">
                <div>${usersCard(offers, words)}</div>
                <div>
                    ${againCard(visit, connection, words)} ${rehearsalCard(visit, connection, chosen, words)}
                    ${travelCard(visit, connection, words)}
                </div>
            </div>`
    });
}

/** The preview; also sent alone, whenever a choice changes. */
export function sketchCard(sketch: Sketch | undefined, { choose: { preview: says } }: Words): Markup {
    if (sketch === undefined) return card(says.title, html`<p>${says.none}</p>`);
    return card(
        says.title,
        html`<p class="quiet">${says.intro}</p>
            <dl class="facts">
                <dt>${says.subject}</dt>
                <dd><strong>${sketch.title}</strong></dd>
                <dt>${says.why}</dt>
                <dd>${sketch.who} ${sketch.why !== undefined && html`<span class="quiet">${sketch.why}</span>`}</dd>
            </dl>
            <p>${says.description}</p>
            <pre class="text">${sketch.description}</pre>`
    );
}

function usersCard({ quoUsers, unmapped }: Offers, { choose: { users: says } }: Words): Markup {
    if (quoUsers.length === 0) return card(says.title, html`<p>${says.unknown}</p>`);
    const rows = unmapped.map(({ user, suggestions }): readonly Part[] => [
        [user.firstName, user.lastName].filter(Boolean).join(' ') || user.id,
        user.email ?? '',
        suggestions.length === 0 ? says.none : suggestions.map(({ name, email }) => `${name} (${email})`).join(', ')
    ]);
    return card(
        says.title,
        html`<p>${says.matched(quoUsers.length - unmapped.length, quoUsers.length)}</p>
            ${
                rows.length > 0 &&
                html`${table(says.title, [says.user, says.email, says.suggestion], rows)}
                    <p>${says.remedy}</p>`
            }`,
        'users'
    );
}

function againCard(visit: Visit, { id }: ConnectionView, { choose: { again: says } }: Words): Markup {
    const days = field({ name: 'days', label: says.days, type: 'number', value: '7', isRequired: true });
    const content = html`${days}${button(says.button, 'neutral')}`;
    return card(
        says.title,
        html`<p>${says.intro}</p>
            ${form(visit, `/console/${id}/preferences/again`, content)}`
    );
}

function rehearsalCard(visit: Visit, { id }: ConnectionView, chosen: Chosen, words: Words): Markup {
    const { rehearsal: says } = words.choose;
    const { rehearsingSince: since, preferences } = chosen;
    const action = `/console/${id}/rehearsal`;
    return card(
        says.title,
        since === undefined
            ? html`<p>${says.intro}</p>
                  ${form(visit, action, button(says.start, 'neutral', 'start'))}`
            : html`<p>${says.since(moment(since, visit.language, preferences.timeZone))}</p>
                  <p><a href="${action}">${says.report}</a></p>
                  ${form(visit, action, button(says.stop, 'brand', 'stop'))}`,
        'rehearsal'
    );
}

function travelCard(visit: Visit, { id }: ConnectionView, { choose: { travel: says } }: Words): Markup {
    const text = html`<div class="slds-form-element">
            <label class="slds-form-element__label" for="import">${says.text}</label>
            <textarea class="slds-textarea" id="import" name="text" rows="4" required></textarea>
        </div>
        ${button(says.look, 'neutral')}`;
    return card(
        says.title,
        html`<p>${says.intro}</p>
            <p><a href="/console/${id}/preferences/export" download>${says.export}</a></p>
            ${form(visit, `/console/${id}/preferences/import`, text)}`,
        'travel'
    );
}
