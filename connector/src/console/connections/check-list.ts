import type { CheckLine, ConnectionView } from '../../application/connections/model.ts';
import { action, sentence } from '../../errors/errors.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup } from '../../web/html.ts';
import { form } from '../ui/layout.ts';
import { button, card } from '../ui/components.ts';
import { durationText } from '../ui/duration-text.ts';
import type { Words } from '../../locales/catalogue.ts';

export interface CheckListView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly checks?: { readonly ageMs: number; readonly lines: readonly CheckLine[] } | undefined;
}

/** What must be right, line by line, each wrong one with its remedy. */
export function checkList({ session, connection, checks }: CheckListView, words: Words): Markup {
    const { checks: says } = words.connections;
    const isPossible = connection.salesforce !== undefined || connection.quo !== undefined;
    return card(
        says.title,
        html`<p>${says.intro}</p>
            ${
                checks === undefined
                    ? html`<p>${says.never}</p>`
                    : html`<p class="quiet">${says.checkedAgo({ ago: durationText(words, checks.ageMs) })}</p>
                          <ul>
                              ${gathered(checks.lines).map((one) => line(one, words))}
                          </ul>`
            }
            ${isPossible && form(session, `/console/${connection.id}/connect/check`, button(says.again, 'neutral'))}`,
        'checks'
    );
}

function line({ id, state, note, seen }: CheckLine, { connections: { checks: says }, frame, language }: Words): Markup {
    return html`<li class="check">
        <p>
            <span class="state ${state}">${says.state[state]}</span> <strong>${nameOf(id, says)}</strong>
            ${seen !== undefined && seen !== '' && html`<span class="quiet">${seenOf(seen, says)}</span>`}
        </p>
        ${
            note !== undefined &&
            html`<p>${sentence(note, language)}</p>
                <p>${frame.whatToDo} ${action(note, language)}</p>`
        }
    </li>`;
}

/** Two of the things seen are ours to say; the others are names and numbers of the platforms. */
function seenOf(seen: string, says: Words['connections']['checks']): string {
    const fields = /^(\d+) fields$/.exec(seen)?.[1];
    if (fields !== undefined) return says.fields({ n: Number(fields) });
    return seen === 'deployed as source' ? says.asSource : seen;
}

function nameOf(id: string, says: Words['connections']['checks']): string {
    const [kind = '', ...rest] = id.split(' ');
    if (kind === 'object') return says.object({ name: rest.join(' ') });
    if (kind === 'field') return says.field({ name: rest.join(' ') });
    return says.names[id] ?? id;
}

/** Twenty missing fields are one trouble with one remedy: said once, naming all. */
function gathered(lines: readonly CheckLine[]): readonly CheckLine[] {
    const groups = Map.groupBy(lines, ({ id, state, note }) =>
        note !== undefined && id.startsWith('field ') ? `${state} ${note.code} ${id.split('.')[0]}` : id
    );
    return [...groups.values()].flatMap((some) => {
        const [first, ...rest] = some;
        if (first?.note === undefined || rest.length === 0) return some;
        const seen = some.map(({ note }) => note?.seen).join(', ');
        return [
            {
                ...first,
                id: first.id.split('.')[0]?.replace('field ', 'object ') ?? first.id,
                note: { ...first.note, seen }
            }
        ];
    });
}
