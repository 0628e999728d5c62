import type { ConnectionView } from '../../application/connections/model.ts';
import type { EndedListening, ListeningView } from '../../contracts/rights/listening.ts';
import type { ErrorNote } from '../../errors/errors.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import { formatDate } from '../ui/format-date.ts';
import { form, type PageContent } from '../ui/layout.ts';
import { button, card, field, good, table, trouble } from '../ui/components.ts';

export interface ListeningPageView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly view: ListeningView;
    readonly timeZone: string;
}

/** Who may listen to recordings, and ending it. */
export function listeningPage({ session, connection, view, timeZone }: ListeningPageView): PageContent {
    const words = wordsOf(session.language);
    const { listening: says } = words;
    const { notes = [], done } = session.flash ?? {};
    const told = says.done[done ?? ''];
    return {
        path: `/console/${connection.id}/listening`,
        title: says.title,
        tab: 'listening',
        content: html`${notes.map((note) => trouble(note, words))} ${told !== undefined && good(told)}
        ${whoCard(view, words)} ${endCard(session, connection, words)}
        ${endedCard({ session, connection, view, timeZone }, words)}`
    };
}

function whoCard(view: ListeningView, words: Words): Markup {
    const { listening: says } = words;
    const { needsSignIn, inPlaceDays, listeners } = view;
    const names = [...(listeners ?? [])].sort((a, b) => a.name.localeCompare(b.name, words.language));
    return card(
        says.who.title,
        html`${warningsOf(view).map((note) => trouble(note, words, 'warning'))}
        ${
            needsSignIn &&
            html`<p>${says.who.holders}</p>
                <p>${inPlaceDays > 0 ? says.who.inPlace({ n: inPlaceDays }) : says.who.neverInPlace}</p>
                ${
                    listeners !== undefined &&
                    html`<p>${says.who.count({ n: names.length })}</p>
                        <ul class="slds-list_dotted">
                            ${names.map(({ name }) => html`<li>${name}</li>`)}
                        </ul>`
                }`
        }`
    );
}

/** What an admin should know of who listens. */
function warningsOf({ needsSignIn, hasApp, listeners, seesFrozen }: ListeningView): readonly ErrorNote[] {
    if (!needsSignIn) return [{ code: 'WEB-LISTENING-OPEN' }];
    return [
        ...(hasApp ? [] : [{ code: 'WEB-LISTENING-NO-SIGN-IN' as const }]),
        ...(listeners === undefined ? [{ code: 'WEB-RECORDING-UNSURE' as const }] : []),
        ...(seesFrozen === false ? [{ code: 'WEB-LISTENING-FROZEN' as const }] : [])
    ];
}

function endCard(session: RequestSession, { id }: ConnectionView, { listening: says }: Words): Markup {
    const base = `/console/${id}/listening`;
    const { call, person, all } = says.end;
    return card(
        says.end.title,
        html`<p>${says.end.intro}</p>
            ${form(
                session,
                `${base}/call`,
                html`${field({ name: 'call', label: call.label, help: call.help, isRequired: true })}
                ${button(call.button, 'destructive')}`
            )}
            ${form(
                session,
                `${base}/person`,
                html`${field({ name: 'person', label: person.label, help: person.help, isRequired: true })}
                ${button(person.button, 'destructive')}`
            )}
            ${form(
                session,
                `${base}/all`,
                html`<p>${all.help}</p>
                    ${button(all.button, 'destructive')}`
            )}`
    );
}

function endedCard(
    { session, connection, view, timeZone }: ListeningPageView,
    { listening: says, frame }: Words
): Part {
    if (view.ended.length === 0) return false;
    const { ended } = says;
    const again = ({ kind, subject }: EndedListening): Markup =>
        form(
            session,
            `/console/${connection.id}/listening/again`,
            html`<input type="hidden" name="kind" value="${kind}" />
                <input type="hidden" name="subject" value="${subject}" />${button(ended.again, 'neutral')}`
        );
    const rows = view.ended.map((one) => [
        ended.kinds[one.kind],
        one.name,
        formatDate(one.at, session.language, timeZone),
        one.actor === 'admin token' ? frame.adminToken : one.actor,
        again(one)
    ]);
    return card(ended.title, table(ended.title, [ended.what, ended.which, ended.at, ended.actor, ended.again], rows));
}
