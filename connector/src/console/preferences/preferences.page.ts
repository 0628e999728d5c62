import type { ConnectionView } from '../../application/connections/model.ts';
import type {
    CurrentPreferences,
    Fault,
    PreferenceOptions,
    RecordPreview
} from '../../application/preferences/model.ts';
import { SECTIONS } from '../../domain/preferences/kinds.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { anchorOf, faultsAt, faultText } from './fault-text.ts';
import { DRAWN, drawnMarks, type FormState } from './preferences-form.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import type { WordsShown } from '../reading.ts';
import { form, type PageContent } from '../ui/layout.ts';
import { formatDate } from '../ui/format-date.ts';
import { button, card, good, trouble } from '../ui/components.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';
import { againForm } from './rerender.page.ts';
import { preferenceFields, type FormView } from './preference-fields.ts';

export interface PreferencesView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly chosen: CurrentPreferences;
    readonly options: PreferenceOptions;
    /** What the form holds: what is saved, or what somebody typed. */
    readonly filled: FormState;
    readonly faults?: readonly Fault[];
    readonly spare?: FormView['spare'];
    readonly recordPreview?: RecordPreview;
}

/** Every choice, each with what it does, beside what the last call would look like. */
export function preferencesPage(view: PreferencesView): PageContent {
    const { session, connection, chosen, faults = [], spare = { answers: 0, conditions: 0, defaults: 0 } } = view;
    const words = wordsOf(session.language);
    const { page: says } = words.preferences;
    const { flash } = session;
    const here = `/console/${connection.id}/preferences`;
    const choices = html`<button class="slds-assistive-text" tabindex="-1" aria-hidden="true">${says.save}</button>
        <input type="hidden" name="${DRAWN}" value="${drawnMarks(chosen)}" />
        ${preferenceFields({ ...view, spare, faultAt: faultsAt(faults, words) }, words)}
        <div class="buttons save">${button(says.save)} ${button(says.look, 'neutral', 'look')}</div>`;
    return {
        path: here,
        title: says.title,
        tab: 'preferences',
        ...(view.recordPreview && { shows: previewShown(view.recordPreview) }),
        content: html`${flash?.done !== undefined && good(says.saved)}
            ${(flash?.notes ?? []).map((note) => trouble(note, words))}
            ${chosen.isFixed && html`<p class="note">${says.fixed}</p>`} ${faultList(faults, words)} ${sections(words)}
            <div class="beside">
                <div>${form(session, here, choices, 'choices')}</div>
                <div class="stays" id="preview" data-preview="${here}/preview">
                    ${recordPreviewCard(view.recordPreview, words, faults.length > 0)}
                </div>
            </div>
            <div class="grid">
                <div>${againCard(session, connection, words)} ${rehearsalCard(session, connection, chosen, words)}</div>
                <div>${travelCard(session, connection, words)}</div>
            </div>`
    };
}

/** The way to each part of a long page. */
function sections({ preferences: { page: says, sections: titles } }: Words): Markup {
    const parts: readonly (readonly [string, string])[] = [
        ...SECTIONS.map((section) => [section, titles[section]] as const),
        ['again', says.again.title],
        ['rehearsal', says.rehearsal.title],
        ['travel', says.travel.title]
    ];
    return html`<nav class="sections" aria-label="${says.title}">
        ${parts.map(([id, name]) => html`<a href="#${id}">${name}</a>`)}
    </nav>`;
}

/** What has to be corrected, each with the way to its field. */
function faultList(faults: readonly Fault[], words: Words): Part {
    if (faults.length === 0) return undefined;
    const { faults: says } = words.preferences.form;
    return html`<div class="note error faults" role="alert">
        <p><strong>${says.title({ n: faults.length })}</strong></p>
        <ul>
            ${faults.map((fault) => html`<li><a href="#${anchorOf(fault)}">${faultText(fault, words)}</a></li>`)}
        </ul>
        <p>${says.kept}</p>
    </div>`;
}

/** The preview is of a call that there was. */
export function previewShown({ activityKey }: RecordPreview): WordsShown {
    return { page: 'preview', activityKey };
}

/** The preview; also sent alone, whenever a choice changes. */
export function recordPreviewCard(
    recordPreview: RecordPreview | undefined,
    {
        preferences: {
            page: { preview: says },
            owners
        }
    }: Words,
    isFaulty = false
): Markup {
    if (recordPreview === undefined) return card(says.title, html`<p>${isFaulty ? says.faulty : says.none}</p>`);
    return card(
        says.title,
        html`<p class="quiet">${says.intro}</p>
            <dl class="facts">
                <dt>${says.subject}</dt>
                <dd><strong>${recordPreview.title}</strong></dd>
                <dt>${says.why}</dt>
                <dd>
                    ${recordPreview.who}
                    ${recordPreview.why !== undefined && html`<span class="quiet">${recordPreview.why}</span>`}
                </dd>
                <dt>${says.owner}</dt>
                <dd>${recordPreview.owner ?? owners.nobody}</dd>
            </dl>
            <p>${says.description}</p>
            <pre class="text">${recordPreview.description}</pre>`
    );
}

function againCard(session: RequestSession, connection: ConnectionView, words: Words): Markup {
    const { again: says } = words.preferences.page;
    return card(
        says.title,
        html`<p>${says.intro}</p>
            ${againForm(session, connection, 7, words)}`,
        'again'
    );
}

function rehearsalCard(
    session: RequestSession,
    { id }: ConnectionView,
    chosen: CurrentPreferences,
    words: Words
): Markup {
    const { rehearsal: says } = words.preferences.page;
    const { rehearsingSince: since, preferences } = chosen;
    const action = `/console/${id}/rehearsal`;
    return card(
        says.title,
        since === undefined
            ? html`<p>${says.intro}</p>
                  ${form(session, action, button(says.start, 'neutral', 'start'))}`
            : html`<p>${says.since({ instant: formatDate(since, session.language, preferences.timeZone) })}</p>
                  <p><a href="${action}">${says.report}</a></p>
                  ${form(session, action, button(says.stop, 'brand', 'stop'))}`,
        'rehearsal'
    );
}

function travelCard(
    session: RequestSession,
    { id }: ConnectionView,
    {
        preferences: {
            page: { travel: says }
        }
    }: Words
): Markup {
    const text = html`<div class="slds-form-element">
            <label class="slds-form-element__label" for="import">${says.text}</label>
            <textarea class="slds-textarea" id="import" name="text" rows="4" required></textarea>
        </div>
        ${button(says.look, 'neutral')}`;
    return card(
        says.title,
        html`<p>${says.intro}</p>
            <p><a href="/console/${id}/preferences/export" download>${says.export}</a></p>
            ${form(session, `/console/${id}/preferences/import`, text)}`,
        'travel'
    );
}
