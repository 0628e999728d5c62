import type { ErrorNote } from '../../../errors.ts';
import type { Visit } from '../../doors/visit.ts';
import { html } from '../../html.ts';
import { page } from '../layout.ts';
import { trouble } from '../parts.ts';
import { wordsOf } from '../words/words.ts';

/** A page that says why there is nothing else to see. */
export function failurePage(visit: Visit, path: string, note: ErrorNote): string {
    const words = wordsOf(visit.language);
    return page({
        visit,
        path,
        title: note.code,
        content: html`<div class="narrow">
            ${trouble(note, words)}
            <p><a href="/console">${words.frame.connections}</a></p>
        </div>`
    });
}
