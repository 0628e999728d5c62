import type { KnownGap } from '../../contracts/comparison.ts';
import { action, sentence } from '../../errors/errors.ts';
import type { Words } from '../../locales/catalogue.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import { button, good } from '../ui/components.ts';
import { formatDate } from '../ui/format-date.ts';
import { form } from '../ui/layout.ts';

export interface GapNotesView {
    readonly session: RequestSession;
    readonly connection: string;
    readonly gaps: readonly KnownGap[];
    readonly inboxes: Readonly<Record<string, string>>;
    readonly timeZone: string;
    readonly isAdmin: boolean;
}

/** Times of which Quo does not tell everything, each until somebody acknowledges it. */
export function gapNotes(view: GapNotesView, words: Words): Part {
    return view.gaps.length > 0 && html`${view.gaps.map((gap) => gapNote(view, gap, words))}`;
}

/** What came of a decision about a gap. */
export function gapDone(done: string | undefined, { completeness: { gaps: says } }: Words): Part {
    return (done === 'gap.acknowledged' || done === 'gap.fetched-again') && good(says.done[done]);
}

function gapNote(
    { session, connection, inboxes, timeZone, isAdmin }: GapNotesView,
    gap: KnownGap,
    words: Words
): Markup {
    const { gaps: says } = words.completeness;
    const span = {
        from: formatDate(gap.from, words.language, timeZone),
        to: formatDate(gap.to, words.language, timeZone),
        inbox: gap.inbox === null ? says.allInboxes : (inboxes[gap.inbox] ?? gap.inbox)
    };
    const decision = (path: string, label: string): Markup =>
        form(
            session,
            `/console/${connection}/gaps/${path}`,
            html`<input type="hidden" name="gap" value="${gap.id}" /> ${button(label, 'neutral')}`
        );
    return html`<div class="note error" role="alert">
        <p><strong>${says[gap.list](span)}</strong></p>
        <p>${sentence(gap.error, words.language)}</p>
        <p>${words.frame.whatToDo} ${action(gap.error, words.language)}</p>
        <p class="code">${gap.error.code}</p>
        ${
            isAdmin &&
            html`<div class="buttons">
                ${decision('fetch-again', says.fetchAgain)} ${decision('acknowledge', says.acknowledge)}
            </div>`
        }
    </div>`;
}
