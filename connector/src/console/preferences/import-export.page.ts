import type { ConnectionView } from '../../application/connections/model.ts';
import type { Difference, Fault } from '../../application/preferences/model.ts';
import type { Inbox } from '../../domain/workspace.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup } from '../../web/html.ts';
import { faultText } from './fault-text.ts';
import { form, type PageContent } from '../ui/layout.ts';
import { button, card, table } from '../ui/components.ts';
import { wordsOfPreference } from '../../locales/preference-words.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';

export interface ImportExportView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly text: string;
    readonly differences: readonly Difference[];
    /** What of it this org would refuse: then it cannot be applied. */
    readonly faults?: readonly Fault[];
    /** For their names. */
    readonly inboxes?: readonly Inbox[];
}

/** What an import would change, before it does. */
export function importExportPage({
    session,
    connection,
    text,
    differences,
    faults = [],
    inboxes = []
}: ImportExportView): PageContent {
    const words = wordsOf(session.language);
    const { travel: says } = words.preferences.page;
    const names = new Map(inboxes.map(({ id, name }) => [id, name]));
    const rows = differences.map(({ key, now, then }) => [
        html`${wordsOfPreference(words.preferences, key).label}<br /><span class="quiet">${key}</span>`,
        valueOf(key, now, names, words),
        valueOf(key, then, names, words)
    ]);
    const applying = html`<input type="hidden" name="text" value="${text}" />${button(says.apply)}`;
    return {
        path: `/console/${connection.id}/preferences`,
        title: says.title2,
        tab: 'preferences',
        content:
            rows.length === 0
                ? html`<p>${says.same}</p>`
                : card(
                      says.differ({ n: rows.length }),
                      html`${table(says.title2, [says.key, says.now, says.then], rows)}
                      ${faults.length === 0 ? form(session, `/console/${connection.id}/preferences/import/apply`, applying) : faultList(faults, words)}`
                  )
    };
}

/** What has to be put right first, each with the choice that it is a value of. */
function faultList(faults: readonly Fault[], words: Words): Markup {
    const { form: says, page } = words.preferences;
    const labelOf = ({ at }: Fault): string => wordsOfPreference(words.preferences, at.split('.')[0] ?? '').label;
    return html`<div class="note error faults" role="alert">
        <p><strong>${says.faults.title({ n: faults.length })}</strong></p>
        <ul>
            ${faults.map((fault) => html`<li>${labelOf(fault)} (${fault.seen}): ${faultText(fault, words)}</li>`)}
        </ul>
        <p>${page.travel.correct}</p>
    </div>`;
}

/** JSON as a person reads it: words for yes and no, names of inboxes, lists and pairs without their brackets. */
function valueOf(key: string, json: string, names: ReadonlyMap<string, string>, words: Words): string {
    const { frame, preferences } = words;
    const { options = {} } = wordsOfPreference(preferences, key);
    const read = (value: unknown): string => {
        if (value === true) return frame.yes;
        if (value === false) return frame.no;
        if (Array.isArray(value)) return value.length === 0 ? frame.none : value.map(read).join(', ');
        if (typeof value === 'object' && value !== null) {
            const pairs = Object.entries(value).map(([name, inner]) => `${names.get(name) ?? name} = ${read(inner)}`);
            return pairs.length === 0 ? frame.none : pairs.join('; ');
        }
        if (value === 'all') return preferences.inboxes.all;
        const text = String(value);
        return names.get(text) ?? (Object.hasOwn(options, text) ? options[text] : undefined) ?? text;
    };
    try {
        return read(JSON.parse(json));
    } catch {
        return json;
    }
}
