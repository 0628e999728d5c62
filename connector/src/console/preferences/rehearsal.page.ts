import type { ConnectionView } from '../../application/connections/model.ts';
import type { CurrentPreferences, RecordPreview } from '../../application/preferences/model.ts';
import type { Progress } from '../../contracts/progress.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import { form, type PageContent } from '../ui/layout.ts';
import { formatDate } from '../ui/format-date.ts';
import { button, card, table } from '../ui/components.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';
import { activityLink } from '../monitoring/health.page.ts';
import { progressCard } from '../ui/progress-card.ts';

export interface RehearsalView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly chosen: CurrentPreferences;
    readonly recordPreviews: readonly RecordPreview[];
    readonly leads: readonly string[];
    readonly progress?: readonly Progress[];
}

/** Seconds: what comes meanwhile is rehearsed too. */
const LOOK_AGAIN = 10;

/** What would have been written. */
export function rehearsalPage({
    session,
    connection,
    chosen,
    recordPreviews,
    leads,
    progress = []
}: RehearsalView): PageContent {
    const words = wordsOf(session.language);
    const { rehearsal: says } = words.preferences.page;
    const count = (does: RecordPreview['does']): number =>
        recordPreviews.filter((recordPreview) => recordPreview.does === does).length;
    const since = chosen.rehearsingSince;
    const action = `/console/${connection.id}/rehearsal`;
    return {
        ...(recordPreviews.length > 0 && { shows: { page: 'rehearsal' } }),
        path: action,
        title: says.title,
        tab: 'preferences',
        ...(chosen.rehearsingSince !== undefined && { refreshIn: LOOK_AGAIN }),
        content: html`<p>${says.intro}</p>
            ${
                chosen.rehearsingSince !== undefined &&
                progressCard(
                    progress.filter(({ task }) => task === 'rehearsal'),
                    words
                )
            }
            ${since !== undefined && html`<p>${says.since({ instant: formatDate(since, session.language, chosen.preferences.timeZone) })}</p>`}
            <p>
                <strong
                    >${says.counts({ create: count('create'), update: count('update'), nothing: count('nothing') })}</strong
                >
            </p>
            ${form(session, action, since === undefined ? button(says.start, 'neutral', 'start') : button(says.stop, 'brand', 'stop'))}
            ${
                leads.length > 0 &&
                card(
                    says.leads,
                    html`<ul>
                        ${leads.map((name) => html`<li>${name}</li>`)}
                    </ul>`
                )
            }
            ${recordPreviews.length > 0 && card(says.would, recordPreviewTable(connection.id, recordPreviews, words))}`
    };
}

function recordPreviewTable(
    id: string,
    recordPreviews: readonly RecordPreview[],
    { preferences, monitoring }: Words
): Markup {
    const { rehearsal: says, preview } = preferences.page;
    const heads = [
        monitoring.activities.state,
        monitoring.history.record,
        monitoring.health.what,
        monitoring.activities.who,
        preview.description
    ];
    const rows = recordPreviews.map((recordPreview): readonly Part[] => [
        says.does[recordPreview.does],
        recordPreview.object,
        activityLink(id, recordPreview),
        html`${recordPreview.who}<br /><span class="quiet">${recordPreview.why}</span>`,
        html`<details>
            <summary>${preview.description}</summary>
            <pre class="text">${recordPreview.description}</pre>
        </details>`
    ]);
    return table(says.would, heads, rows);
}
