import { action, sentence } from '../../errors/errors.ts';
import type { ConnectionView } from '../../application/connections/model.ts';
import type { ParkedGroup, ParkedRow } from '../../contracts/monitoring.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup } from '../../web/html.ts';
import { form, page } from '../ui/layout.ts';
import { button, card, good, trouble } from '../ui/components.ts';
import { durationText } from '../ui/duration-text.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';
import { activityLink } from './health.page.ts';

export interface ParkedView {
    readonly visit: RequestSession;
    readonly connection: ConnectionView;
    readonly groups: readonly ParkedGroup[];
    readonly rows: readonly ParkedRow[];
}

/** What a person must look at, by reason, each with its remedy. */
export function parkedPage(view: ParkedView): string {
    const { visit, connection, groups } = view;
    const words = wordsOf(visit.language);
    const { parked: says } = words.monitoring;
    const { flash } = visit;
    const told = { retried: says.retried, ignored: says.ignored };
    const done =
        flash?.done === 'retried' || flash?.done === 'ignored' ? told[flash.done]({ n: flash.count ?? 0 }) : undefined;
    return page({
        visit,
        path: `/console/${connection.id}/parked`,
        title: says.title,
        place: { id: connection.id, name: connection.name, tab: 'parked' },
        content: html`${done !== undefined && good(done)} ${(flash?.notes ?? []).map((note) => trouble(note, words))}
        ${
            groups.length === 0
                ? html`<p>${says.none}</p>`
                : html`<p>${says.intro}</p>
                      ${groups.length > 1 && retry(view, 'all', '', says.retryAll)}
                      ${groups.map((group) => groupCard(view, group, words))}`
        }`
    });
}

function retry({ visit, connection }: ParkedView, kind: string, value: string, label: string): Markup {
    return form(
        visit,
        `/console/${connection.id}/parked/retry`,
        html`<input type="hidden" name="which" value="${value}" />${button(label, 'neutral', kind)}`
    );
}

function groupCard(view: ParkedView, { code, count, seen }: ParkedGroup, words: Words): Markup {
    const { parked: says } = words.monitoring;
    const note = code === null ? undefined : { code, ...(seen !== null && { seen }) };
    const title = note === undefined ? says.noReason : sentence(note, words.language);
    const rows = view.rows.filter(({ error }) => (error?.code ?? null) === code);
    return card(
        title,
        html`${note !== undefined && html`<p>${words.frame.whatToDo} ${action(note, words.language)}</p>`}
            <p class="quiet">${code} · ${says.times({ n: count })}</p>
            ${code !== null && retry(view, 'kind', code, says.retryKind)}
            <ul class="parked">
                ${rows.map((row) => line(view, row, words))}
            </ul>`
    );
}

function line(view: ParkedView, row: ParkedRow, words: Words): Markup {
    const { parked: says } = words.monitoring;
    const { visit, connection } = view;
    const noteId = `note-${row.activityKey}`;
    return html`<li class="check">
        <p>
            ${activityLink(connection.id, row)}
            <span class="quiet">${says.since} ${durationText(words, row.parkedForMs)}. ${row.error?.seen ?? ''}</span>
        </p>
        <div class="buttons">
            ${retry(view, 'one', row.activityKey, says.retry)}
            ${form(
                visit,
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
