import type { ConnectionView } from '../../application/connections/model.ts';
import type { RerenderPreview, RecordPreview } from '../../application/preferences/model.ts';
import type { Progress } from '../../contracts/progress.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import { form, type PageContent } from '../ui/layout.ts';
import { button, card, field, good, table, trouble } from '../ui/components.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';
import { activityLink } from '../monitoring/health.page.ts';
import { isUnderWay, progressCard, WATCH_EVERY } from '../ui/progress-card.ts';

export interface RerenderView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly progress: readonly Progress[];
    /** What it would do; absent while nobody asked. */
    readonly look?: RerenderPreview;
}

/** A page shows that many; the rest is like them. */
const SHOWN = 50;

/** What rendering the last days again would do, and how it goes. */
export function rerenderPage({ session, connection, progress, look }: RerenderView): PageContent {
    const words = wordsOf(session.language);
    const { again: says, rehearsal } = words.preferences.page;
    const { flash } = session;
    const mine = progress.filter(({ task }) => task === 'again');
    return {
        path: `/console/${connection.id}/preferences/again`,
        title: says.title,
        tab: 'preferences',
        ...(look === undefined && isUnderWay(mine) && { refreshIn: WATCH_EVERY }),
        content: html`${flash?.done === 'again' && good(says.done({ n: flash.count ?? 0 }))}
            ${(flash?.notes ?? []).map((note) => trouble(note, words))}
            ${connection.rehearsingSince !== undefined && html`<p class="note warning">${rehearsal.intro}</p>`}
            ${look === undefined && progressCard(mine, words)}
            ${look !== undefined && lookCard(session, connection, look, words)}
            ${card(
                says.title,
                html`<p>${says.intro}</p>
                    ${againForm(session, connection, look?.days ?? 7, words)}`
            )}
            <p><a href="/console/${connection.id}/preferences">${says.back}</a></p>`
    };
}

/** Days to look at, before anything is done. */
export function againForm(
    session: RequestSession,
    { id }: ConnectionView,
    days: number,
    {
        preferences: {
            page: { again: says }
        }
    }: Words
): Markup {
    const typed = field({ name: 'days', label: says.days, type: 'number', value: String(days), isRequired: true });
    return form(session, `/console/${id}/preferences/again`, html`${typed}${button(says.look, 'neutral', 'look')}`);
}

function lookCard(session: RequestSession, connection: ConnectionView, look: RerenderPreview, words: Words): Markup {
    const { again: says } = words.preferences.page;
    const changes = look.recordPreviews.filter(({ does }) => does !== 'nothing');
    const apply = html`<input
            type="hidden"
            name="days"
            value="${look.days}"
        />${button(says.button, 'brand', 'apply')}`;
    return card(
        says.would({ days: look.days }),
        html`<p>
                ${says.found({ n: look.activities })}
                ${look.looked < look.activities && says.sample({ n: look.looked })}
                <strong
                    >${says.changes({ changed: changes.length, same: look.recordPreviews.length - changes.length })}</strong
                >
            </p>
            ${form(session, `/console/${connection.id}/preferences/again`, apply)}
            ${changes.length > 0 && changeTable(connection.id, changes.slice(0, SHOWN), words)}`
    );
}

function changeTable(id: string, changes: readonly RecordPreview[], { preferences, monitoring }: Words): Markup {
    const { again: says, rehearsal, preview } = preferences.page;
    const rows = changes.map((recordPreview): readonly Part[] => [
        rehearsal.does[recordPreview.does],
        activityLink(id, recordPreview),
        html`${recordPreview.was !== undefined && recordPreview.was !== recordPreview.title && html`<s>${recordPreview.was}</s><br />`}${recordPreview.title}`,
        recordPreview.owner
    ]);
    return table(says.title, [monitoring.activities.state, monitoring.health.what, says.title2, preview.owner], rows);
}
