import type { ConnectionView } from '../../application/connections/model.ts';
import type { CurrentPreferences, RecordPreview } from '../../application/preferences/model.ts';
import type { Progress } from '../../contracts/progress.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import { form, page } from '../ui/layout.ts';
import { formatDate } from '../ui/format-date.ts';
import { button, card, table } from '../ui/components.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';
import { activityLink } from '../monitoring/health.page.ts';
import { progressCard } from '../ui/progress-card.ts';

export interface RehearsalView {
    readonly visit: RequestSession;
    readonly connection: ConnectionView;
    readonly chosen: CurrentPreferences;
    readonly sketches: readonly RecordPreview[];
    readonly leads: readonly string[];
    readonly progress?: readonly Progress[];
}

/** Seconds: what comes meanwhile is rehearsed too. */
const LOOK_AGAIN = 10;

/** What would have been written. */
export function rehearsalPage({ visit, connection, chosen, sketches, leads, progress = [] }: RehearsalView): string {
    const words = wordsOf(visit.language);
    const { rehearsal: says } = words.preferences.page;
    const count = (does: RecordPreview['does']): number => sketches.filter((sketch) => sketch.does === does).length;
    const since = chosen.rehearsingSince;
    const action = `/console/${connection.id}/rehearsal`;
    return page({
        visit,
        path: action,
        title: says.title,
        place: { id: connection.id, name: connection.name, tab: 'preferences' },
        ...(chosen.rehearsingSince !== undefined && { refreshIn: LOOK_AGAIN }),
        content: html`<p>${says.intro}</p>
            ${
                chosen.rehearsingSince !== undefined &&
                progressCard(
                    progress.filter(({ task }) => task === 'rehearsal'),
                    words
                )
            }
            ${since !== undefined && html`<p>${says.since({ instant: formatDate(since, visit.language, chosen.preferences.timeZone) })}</p>`}
            <p>
                <strong
                    >${says.counts({ create: count('create'), update: count('update'), nothing: count('nothing') })}</strong
                >
            </p>
            ${form(visit, action, since === undefined ? button(says.start, 'neutral', 'start') : button(says.stop, 'brand', 'stop'))}
            ${
                leads.length > 0 &&
                card(
                    says.leads,
                    html`<ul>
                        ${leads.map((name) => html`<li>${name}</li>`)}
                    </ul>`
                )
            }
            ${sketches.length > 0 && card(says.would, sketchTable(connection.id, sketches, words))}`
    });
}

function sketchTable(id: string, sketches: readonly RecordPreview[], { preferences, monitoring }: Words): Markup {
    const { rehearsal: says, preview } = preferences.page;
    const heads = [
        monitoring.activities.state,
        monitoring.history.record,
        monitoring.health.what,
        monitoring.activities.who,
        preview.description
    ];
    const rows = sketches.map((sketch): readonly Part[] => [
        says.does[sketch.does],
        sketch.object,
        activityLink(id, sketch),
        html`${sketch.who}<br /><span class="quiet">${sketch.why}</span>`,
        html`<details>
            <summary>${preview.description}</summary>
            <pre class="text">${sketch.description}</pre>
        </details>`
    ]);
    return table(says.would, heads, rows);
}
