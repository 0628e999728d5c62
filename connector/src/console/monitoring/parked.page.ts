import { action, sentence } from '../../errors/errors.ts';
import type { ConnectionView } from '../../application/connections/model.ts';
import type { ParkedGroup, ParkedRow } from '../../contracts/monitoring.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import { form, type PageContent } from '../ui/layout.ts';
import { button, card, good, trouble } from '../ui/components.ts';
import { durationText } from '../ui/duration-text.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';
import { wordsOfPreference } from '../../locales/preference-words.ts';
import { activityLink } from './health.page.ts';
import { choiceAnchor, choiceFor } from './rule-remedy.ts';

export interface ParkedView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly groups: readonly ParkedGroup[];
    readonly rows: readonly ParkedRow[];
}

/** What a person must look at, by reason, each with its remedy. */
export function parkedPage(view: ParkedView): PageContent {
    const { session, connection, groups } = view;
    const words = wordsOf(session.language);
    const { parked: says } = words.monitoring;
    const { flash } = session;
    const told = { retried: says.retried, ignored: says.ignored };
    const done =
        flash?.done === 'retried' || flash?.done === 'ignored' ? told[flash.done]({ n: flash.count ?? 0 }) : undefined;
    return {
        path: `/console/${connection.id}/parked`,
        title: says.title,
        tab: 'parked',
        content: html`${done !== undefined && (flash?.count === 0 ? html`<p class="note" role="status">${done}</p>` : good(done))}
        ${(flash?.notes ?? []).map((note) => trouble(note, words))}
        ${
            groups.length === 0
                ? html`<p>${says.none}</p>`
                : html`<p>${says.intro}</p>
                      ${groups.length > 1 && retry(view, 'all', '', says.retryAll)}
                      ${groups.map((group) => groupCard(view, group, words))}`
        }`
    };
}

function retry({ session, connection }: ParkedView, kind: string, value: string, label: string, rule?: string): Markup {
    return form(
        session,
        `/console/${connection.id}/parked/retry`,
        html`<input type="hidden" name="which" value="${value}" />
            ${rule !== undefined && html`<input type="hidden" name="rule" value="${rule}" />`}
            ${button(label, 'neutral', kind)}`
    );
}

function groupCard(view: ParkedView, group: ParkedGroup, words: Words): Markup {
    const { parked: says } = words.monitoring;
    const { code, rule, count, seen } = group;
    const note = code === null ? undefined : { code, ...(seen !== null && { seen }) };
    const title = note === undefined ? says.noReason : sentence(note, words.language);
    const rows = view.rows.filter(
        ({ error }) => (error?.code ?? null) === code && (rule === null || error?.seen === rule)
    );
    const lines = html`<ul class="parked">
        ${rows.map((row) => line(view, row, words))}
    </ul>`;
    return card(
        title,
        html`${note !== undefined && html`<p>${words.frame.whatToDo} ${action(note, words.language)}</p>`}
            ${choiceLink(view, group, words)}
            <p class="quiet">${code} · ${says.times({ n: count })}</p>
            ${code !== null && retry(view, 'kind', code, says.retryKind, rule ?? undefined)}
            ${
                rule === null
                    ? lines
                    : html`<details>
                          <summary>${says.ofRule({ n: rows.length })}</summary>
                          ${lines}
                      </details>`
            }`
    );
}

/** The way to the choice that may satisfy the rule. */
function choiceLink({ connection }: ParkedView, { code, seen }: ParkedGroup, words: Words): Part {
    const key = choiceFor(code, seen);
    if (key === undefined) return undefined;
    const { label } = wordsOfPreference(words.preferences, key);
    const to = `/console/${connection.id}/preferences#${choiceAnchor(key)}`;
    return html`<p>${words.monitoring.parked.choice} <a href="${to}">${label}</a></p>`;
}

function nextTry({ nextTryInMs }: ParkedRow, words: Words): string {
    if (nextTryInMs === undefined || nextTryInMs === null) return '';
    return words.monitoring.parked.nextTry({ duration: durationText(words, Math.max(0, nextTryInMs)) });
}

function line(view: ParkedView, row: ParkedRow, words: Words): Markup {
    const { parked: says } = words.monitoring;
    const { session, connection } = view;
    const noteId = `note-${row.activityKey}`;
    return html`<li class="check">
        <p>
            ${activityLink(connection.id, row)}
            <span class="quiet"
                >${says.since} ${durationText(words, row.parkedForMs)}. ${nextTry(row, words)}
                ${row.error?.seen ?? ''}</span
            >
        </p>
        <div class="buttons">
            ${retry(view, 'one', row.activityKey, says.retry)}
            ${form(
                session,
                `/console/${connection.id}/parked/ignore`,
                html`<input type="hidden" name="activityKey" value="${row.activityKey}" />
                    <label for="${noteId}">${says.note}</label>
                    <input
                        class="slds-input"
                        id="${noteId}"
                        name="note"
                        required
                        maxlength="500"
                        title="${says.noteHelp}"
                    />
                    ${button(says.ignore, 'neutral')}`,
                'buttons'
            )}
        </div>
    </li>`;
}
