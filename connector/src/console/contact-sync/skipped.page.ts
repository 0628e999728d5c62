import { action, sentence } from '../../errors/errors.ts';
import type { ConnectionView } from '../../application/connections/model.ts';
import type { Skipped, SkippedPage } from '../../application/contact-sync/model.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Part } from '../../web/html.ts';
import { type PageContent } from '../ui/layout.ts';
import { formatDate } from '../ui/format-date.ts';
import { table } from '../ui/components.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';

export interface SkippedView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly skipped: SkippedPage;
    readonly isFirst: boolean;
    readonly timeZone: string;
}

/** Who is not in Quo although they could be, each with the way to the record and the reason. */
export function skippedPage({ session, connection, skipped, isFirst, timeZone }: SkippedView): PageContent {
    const words = wordsOf(session.language);
    const { skipped: says } = words.contactSync;
    const here = `/console/${connection.id}/people/skipped`;
    const lines = skipped.rows.map((row) => [
        recordOf(row, words),
        whyOf(row, words),
        formatDate(row.at, session.language, timeZone)
    ]);
    return {
        path: here,
        title: says.title,
        tab: 'people',
        content: html`<p>${says.intro}</p>
            ${
                lines.length === 0
                    ? html`<p>${says.none}</p>`
                    : table(says.title, [says.record, says.why, says.since], lines)
            }
            ${!isFirst && html`<p><a href="${here}">${says.first}</a></p>`}
            ${
                skipped.after !== undefined &&
                html`<p><a href="?after=${encodeURIComponent(skipped.after)}">${says.further}</a></p>`
            }`
    };
}

function recordOf({ id, name, url }: Skipped, { contactSync: { skipped: says } }: Words): Part {
    const shown = name ?? says.gone;
    return url === undefined ? `${shown} (${id})` : html`<a href="${url}" rel="noreferrer">${shown}</a>`;
}

function whyOf({ reason, error, unreadable }: Skipped, { contactSync: { skipped: says }, language }: Words): Part {
    if (error !== undefined)
        return html`${sentence(error, language)} <span class="quiet">${action(error, language)}</span>`;
    return html`${says.reasons[reason]}
    ${(unreadable ?? []).map(({ field, text }) => html`<span class="quiet">${says.unreadable({ field, text })}</span> `)}`;
}
