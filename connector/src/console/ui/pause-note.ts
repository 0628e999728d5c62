import type { ConnectionView } from '../../application/connections/model.ts';
import { isAdminOf } from '../../contracts/auth.ts';
import type { Words } from '../../locales/catalogue.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Part } from '../../web/html.ts';
import { button, trouble } from './components.ts';
import { durationText } from './duration-text.ts';
import { form } from './layout.ts';

/** Why a connection is paused, when it is tried again, and a button that does so now. */
export function pauseNote(session: RequestSession, connection: ConnectionView, words: Words): Part {
    const { id, pausedBecause } = connection;
    if (pausedBecause === undefined) return undefined;
    return html`${trouble(pausedBecause, words)}
        <p>${nextTry(connection, words)}</p>
        ${isAdminOf(session.user, id) && form(session, `/console/${id}/resume`, button(words.connections.pause.now, 'neutral'))}`;
}

/** `Next try in 4 min`; nothing of a connection that is not paused. */
export function nextTry({ pausedForMs }: Pick<ConnectionView, 'pausedForMs'>, words: Words): string | undefined {
    if (pausedForMs === undefined) return undefined;
    return words.connections.pause.next({ duration: durationText(words, pausedForMs) });
}
