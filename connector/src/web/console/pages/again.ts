import type { ConnectionView } from '../../../pipeline/ports/console-connect.ts';
import type { AgainLook, Sketch } from '../../../pipeline/ports/console-choose.ts';
import type { Progress } from '../../../pipeline/ports/console-progress.ts';
import type { Visit } from '../../doors/visit.ts';
import { html, type Markup, type Part } from '../../html.ts';
import { form, page } from '../layout.ts';
import { button, card, field, good, table, trouble } from '../parts.ts';
import { wordsOf, type Words } from '../words/words.ts';
import { activityLink } from './health.ts';
import { isUnderWay, progressCard, WATCH_EVERY } from './progress-card.ts';

export interface AgainView {
    readonly visit: Visit;
    readonly connection: ConnectionView;
    readonly progress: readonly Progress[];
    /** What it would do; absent while nobody asked. */
    readonly look?: AgainLook;
}

/** A page shows that many; the rest is like them. */
const SHOWN = 50;

/** What rendering the last days again would do, and how it goes. */
export function againPage({ visit, connection, progress, look }: AgainView): string {
    const words = wordsOf(visit.language);
    const { again: says, rehearsal } = words.choose;
    const { flash } = visit;
    const mine = progress.filter(({ task }) => task === 'again');
    return page({
        visit,
        path: `/console/${connection.id}/preferences/again`,
        title: says.title,
        place: { id: connection.id, name: connection.name, tab: 'preferences' },
        ...(look === undefined && isUnderWay(mine) && { refreshIn: WATCH_EVERY }),
        content: html`${flash?.done === 'again' && good(says.done(flash.count ?? 0))}
            ${(flash?.notes ?? []).map((note) => trouble(note, words))}
            ${connection.rehearsingSince !== undefined && html`<p class="note warning">${rehearsal.intro}</p>`}
            ${look === undefined && progressCard(mine, words)}
            ${look !== undefined && lookCard(visit, connection, look, words)}
            ${card(
                says.title,
                html`<p>${says.intro}</p>
                    ${againForm(visit, connection, look?.days ?? 7, words)}`
            )}
            <p><a href="/console/${connection.id}/preferences">${says.back}</a></p>`
    });
}

/** Days to look at, before anything is done. */
export function againForm(
    visit: Visit,
    { id }: ConnectionView,
    days: number,
    { choose: { again: says } }: Words
): Markup {
    const typed = field({ name: 'days', label: says.days, type: 'number', value: String(days), isRequired: true });
    return form(visit, `/console/${id}/preferences/again`, html`${typed}${button(says.look, 'neutral', 'look')}`);
}

function lookCard(visit: Visit, connection: ConnectionView, look: AgainLook, words: Words): Markup {
    const { again: says } = words.choose;
    const changes = look.sketches.filter(({ does }) => does !== 'nothing');
    const apply = html`<input
            type="hidden"
            name="days"
            value="${look.days}"
        />${button(says.button, 'brand', 'apply')}`;
    return card(
        says.would(look.days),
        html`<p>
                ${says.found(look.activities)} ${look.looked < look.activities && says.sample(look.looked)}
                <strong>${says.changes(changes.length, look.sketches.length - changes.length)}</strong>
            </p>
            ${form(visit, `/console/${connection.id}/preferences/again`, apply)}
            ${changes.length > 0 && changeTable(connection.id, changes.slice(0, SHOWN), words)}`
    );
}

function changeTable(id: string, changes: readonly Sketch[], { choose, watch }: Words): Markup {
    const { again: says, rehearsal } = choose;
    const rows = changes.map((sketch): readonly Part[] => [
        rehearsal.does[sketch.does],
        activityLink(id, sketch),
        html`${sketch.was !== undefined && sketch.was !== sketch.title && html`<s>${sketch.was}</s><br />`}${sketch.title}`,
        sketch.owner
    ]);
    return table(says.title, [watch.activities.state, watch.health.what, says.title2, choose.label.owner], rows);
}
