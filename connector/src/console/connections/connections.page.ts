import { isAdminOf } from '../../contracts/auth.ts';
import { sentence } from '../../errors/errors.ts';
import type { ConnectionView } from '../../application/connections/model.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup } from '../../web/html.ts';
import { form, page } from '../ui/layout.ts';
import { button, card, field, good, table, trouble } from '../ui/components.ts';
import { nextTry } from '../ui/pause-note.ts';
import { durationText } from '../ui/duration-text.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';

/** Every connection that the user looks after. */
export function connectionsPage(
    session: RequestSession,
    connections: readonly ConnectionView[],
    mayAdd: boolean
): string {
    const words = wordsOf(session.language);
    const { list } = words.connections;
    const rows = connections.map((connection) => [
        html`<a href="/console/${connection.id}">${connection.name}</a>`,
        connection.salesforce?.organization ?? connection.salesforce?.loginUrl ?? list.notConnected,
        connection.quo === undefined ? list.notConnected : (connection.quo.name ?? list.works),
        html`${stateOf(connection, words)}
        ${connection.pausedBecause !== undefined && html`<br /><span class="quiet">${sentence(connection.pausedBecause, session.language)} ${nextTry(connection, words)}</span>`}`,
        connection.heardMsAgo === undefined
            ? list.never
            : list.ago({ duration: durationText(words, connection.heardMsAgo) }),
        (connection.parked ?? 0) > 0 &&
            (isAdminOf(session.user, connection.id)
                ? html`<a href="/console/${connection.id}/parked">${connection.parked}</a>`
                : html`${connection.parked}`)
    ]);
    const adding = html`${field({ name: 'name', label: list.name, help: list.addHelp, isRequired: true })}${button(list.add)}`;
    return page(
        { session },
        {
            path: '/console',
            title: list.title,
            content: html`${session.flash?.done === 'removed' && good(words.connections.remove.done({ rows: session.flash.count ?? 0 }))}
                ${(session.flash?.notes ?? []).map((note) => trouble(note, words))}
                <p>${list.intro}</p>
                ${
                    connections.length === 0
                        ? html`<p>${list.empty}</p>`
                        : card(
                              list.title,
                              table(
                                  list.title,
                                  [list.name, list.salesforce, list.quo, list.state, list.heard, list.parked],
                                  rows
                              )
                          )
                }
                ${mayAdd && card(list.add, form(session, '/console/connections', adding))}
                ${mayAdd && everybodyCard(session, words)}
                ${mayAdd && html`<p><a href="/console/audit">${list.audit}</a></p>`}`
        }
    );
}

function everybodyCard(session: RequestSession, { signIn: says }: Words): Markup {
    return card(
        says.everybody,
        html`<p>${says.everybodyHelp}</p>
            <details>
                <summary>${says.signEverybodyOut}</summary>
                ${form(session, '/console/sign-everybody-out', button(says.signEverybodyOut, 'destructive'))}
            </details>`
    );
}

/** One word on how a connection is doing. */
function stateOf(connection: ConnectionView, { connections: { list } }: Words): Markup {
    if (!connection.isWhole) return html`<span class="state">${list.incomplete}</span>`;
    if (connection.pausedBecause !== undefined) return html`<span class="state warning">${list.paused}</span>`;
    if (connection.rehearsingSince !== undefined) return html`<span class="state warning">${list.rehearsing}</span>`;
    return html`<span class="state ok">${list.works}</span>`;
}
