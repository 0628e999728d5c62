import type { ErrorNote } from '../../errors/errors.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html } from '../../web/html.ts';
import { page } from './layout.ts';
import { trouble } from './components.ts';
import { wordsOf } from '../../locales/catalogue.ts';

/** A page that says why there is nothing else to see. */
export function failurePage(session: RequestSession, path: string, note: ErrorNote): string {
    const words = wordsOf(session.language);
    return page(
        { session },
        {
            path,
            title: note.code,
            content: html`<div class="narrow">
                ${trouble(note, words)}
                <p><a href="/console">${words.frame.connections}</a></p>
            </div>`
        }
    );
}
