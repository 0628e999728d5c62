import type { ConnectionView, KeyProgress } from '../../application/connections/model.ts';
import { action, sentence, type ErrorNote } from '../../errors/errors.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup } from '../../web/html.ts';
import { form } from '../ui/layout.ts';
import { button, card, facts, field, good, trouble } from '../ui/components.ts';
import type { Words } from '../../locales/catalogue.ts';

export interface QuoCardView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly progress?: KeyProgress | undefined;
}

/** The workspace and its key, and how far the test of a new one is. */
export function quoCard({ session, connection, progress }: QuoCardView, words: Words): Markup {
    const { quo: says, fromEnvironment } = words.connections;
    const { quo, id, isFromEnvironment } = connection;
    const known = quo !== undefined && facts([[says.workspace, quo.name ?? quo.organizationId]]);
    if (isFromEnvironment)
        return card(
            says.title,
            html`${known}
                <p class="quiet">${fromEnvironment}</p>`,
            'quo'
        );
    const key = field({
        name: 'key',
        label: says.key,
        type: 'password',
        isRequired: true,
        autocomplete: 'new-password'
    });
    const typing = form(session, `/console/${id}/connect/quo`, html`${key}${button(says.test)}`);
    return card(
        says.title,
        html`${known} ${progress !== undefined && progressOf(progress, words)}
        ${
            quo === undefined
                ? html`<p>${says.intro}</p>
                      ${typing}`
                : html`<details>
                      <summary>${says.replace}</summary>
                      ${typing}
                  </details>`
        }`,
        'quo'
    );
}

function progressOf(progress: KeyProgress, words: Words): Markup {
    const { quo: says } = words.connections;
    switch (progress.state) {
        case 'failed':
            return trouble(progress.note, words);
        case 'done':
            return good(`${says.numbers({ n: progress.inboxes })}, ${says.users({ n: progress.users })}.`);
        default: {
            const text = progress.state === 'young' ? whole(progress.note, words) : says[progress.state];
            return html`<div class="note" role="status">
                <p>${text}</p>
                <progress aria-label="${says.trying}"></progress>
            </div>`;
        }
    }
}

function whole(note: ErrorNote, { language }: Words): string {
    return `${sentence(note, language)} ${action(note, language)}`;
}
