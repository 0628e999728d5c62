import type { CheckLine, ConnectionView, Heard, KeyProgress } from '../../application/connections/model.ts';
import type { RequestSession } from '../../web/auth/request-session.ts';
import { html, type Markup, type Part } from '../../web/html.ts';
import { form, type PageContent } from '../ui/layout.ts';
import { button, card, facts, field, good, trouble } from '../ui/components.ts';
import { pauseNote } from '../ui/pause-note.ts';
import { durationText } from '../ui/duration-text.ts';
import { wordsOf, type Words } from '../../locales/catalogue.ts';
import { checkList } from './check-list.ts';
import { quoCard } from './quo-card.ts';
import { whereFields } from '../sign-in/sign-in.page.ts';

export interface ConnectView {
    readonly session: RequestSession;
    readonly connection: ConnectionView;
    readonly app: { readonly clientId?: string | undefined; readonly isFixed: boolean; readonly callbackUrl: string };
    readonly progress?: KeyProgress | undefined;
    readonly heard: Heard;
    readonly checks?: { readonly ageMs: number; readonly lines: readonly CheckLine[] } | undefined;
}

/** How often the page looks again while a key or a test event is under way, in seconds. */
const LOOK_AGAIN = 2;

/** Salesforce, Quo, events, checks: from nothing to a working connection, in this order. */
export function connectPage(view: ConnectView): PageContent {
    const { session, connection, progress, heard } = view;
    const words = wordsOf(session.language);
    const { connections: says } = words;
    const isUnderWay = progress !== undefined && ['trying', 'young', 'loading'].includes(progress.state);
    const { flash } = session;
    return {
        path: `/console/${connection.id}/connect`,
        title: says.title,
        tab: 'connect',
        ...((isUnderWay || heard.isWaiting) && { refreshIn: LOOK_AGAIN }),
        content: html`${steps(view, words)} ${flash?.done !== undefined && good(doneText(flash.done, words))}
            ${(flash?.notes ?? []).map((note) => trouble(note, words))} ${pauseNote(session, connection, words)}
            <div class="grid">
                <div>${salesforceCard(view, words)} ${quoCard(view, words)}</div>
                <div>${eventsCard(view, words)} ${disconnectCard(view, words)} ${removeCard(view, words)}</div>
            </div>
            ${checkList(view, words)}`
    };
}

function doneText(done: string, { connections: says, frame }: Words): string {
    if (done === 'disconnected') return says.disconnect.done;
    if (done === 'disconnected-in-part') return says.disconnect.doneInPart;
    return done === 'salesforce' ? says.step({ name: says.steps[0], state: says.done }) : frame.saved;
}

function steps({ connection, heard, checks }: ConnectView, { connections: says }: Words): Markup {
    const isDone = [
        connection.salesforce !== undefined,
        connection.quo !== undefined,
        heard.arrivedMsAgo !== undefined && connection.webhook.keys > 0,
        checks?.lines.every(({ state }) => state !== 'failed') === true
    ];
    return html`<ol class="buttons">
        ${says.steps.map(
            (step, n) =>
                html`<li>
                    <span class="state ${isDone[n] === true ? 'ok' : ''}"
                        >${says.step({ name: step, state: isDone[n] === true ? says.done : says.toDo })}</span
                    >
                </li>`
        )}
    </ol>`;
}

function salesforceCard(view: ConnectView, words: Words): Markup {
    const { session, connection, app } = view;
    const { salesforce: says, fromEnvironment } = words.connections;
    const { salesforce, id, isFromEnvironment } = connection;
    const known =
        salesforce !== undefined &&
        facts([
            [says.org, salesforce.organization],
            [says.user, salesforce.username],
            [says.address, salesforce.instanceUrl ?? salesforce.loginUrl]
        ]);
    if (isFromEnvironment)
        return card(
            says.title,
            html`${known}
                <p class="quiet">${fromEnvironment}</p>`,
            'salesforce'
        );
    const label = salesforce === undefined ? says.connect : says.reconnect;
    const connecting = form(
        session,
        `/console/${id}/connect/salesforce`,
        html`${whereFields(words.signIn)}${button(label, salesforce === undefined ? 'brand' : 'neutral')}`
    );
    const isReady = app.clientId !== undefined;
    return card(
        says.title,
        html`${known}
        ${
            isReady &&
            (salesforce === undefined
                ? html`<p>${says.intro}</p>
                      ${connecting}`
                : html`<details>
                      <summary>${says.reconnect}</summary>
                      ${connecting}
                  </details>`)
        }
        ${appPart(view, says)}`,
        'salesforce'
    );
}

/** Everybody signs in through the app: it is the owner's, whichever connection this is. */
function appPart({ session, connection, app }: ConnectView, says: Words['connections']['salesforce']): Part {
    const isReady = app.clientId !== undefined;
    if (session.user?.admin !== 'all') return !isReady && html`<p class="note warning">${says.appOfOwner}</p>`;
    if (app.isFixed) return undefined;
    return html`<details ${!isReady && html`open`}>
        <summary>${says.app}</summary>
        <p>${says.appIntro}</p>
        <p class="copy">${app.callbackUrl}</p>
        ${form(session, `/console/${connection.id}/connect/app`, appFields(app.clientId, says))}
    </details>`;
}

function appFields(clientId: string | undefined, says: Words['connections']['salesforce']): Markup {
    return html`${field({ name: 'client-id', label: says.clientId, value: clientId, isRequired: true })}
    ${field({ name: 'client-secret', label: says.clientSecret, type: 'password', autocomplete: 'new-password' })}
    ${button(says.saveApp, 'neutral')}`;
}

function eventsCard({ session, connection, heard }: ConnectView, words: Words): Markup {
    const { events: says } = words.connections;
    const { id, webhook, quo } = connection;
    const act = (what: string, label: string, tone: 'brand' | 'neutral'): Markup =>
        form(session, `/console/${id}/connect/${what}`, button(label, tone));
    const hasKeys = webhook.keys > 0;
    // Quo did not let the key create it: the way by hand is the one that is left.
    const mayNot = (session.flash?.notes ?? []).some(({ code }) => code === 'QUO-FORBIDDEN' || code === 'QUO-PLAN');
    return card(
        says.title,
        html`<p>${says.intro}</p>
            ${webhook.isOurs && html`<p>${says.made}</p>`} ${hasKeys && arrival(heard, words)}
            ${
                quo !== undefined &&
                html`<div class="buttons">
                    ${act('webhook', webhook.isOurs ? says.recreate : says.create, webhook.isOurs ? 'neutral' : 'brand')}
                    ${hasKeys && act('test', says.test, 'neutral')}
                </div>`
            }
            <details ${(mayNot || (!webhook.isOurs && hasKeys)) && html`open`}>
                <summary>${says.byHand}</summary>
                <p>${says.byHandIntro}</p>
                <p class="copy" aria-label="${says.copy}">${webhook.url}</p>
                <p class="quiet">${says.keys({ n: webhook.keys })}</p>
                ${form(
                    session,
                    `/console/${id}/connect/webhook-key`,
                    html`${signingKey(says)}${button(says.keepKey, 'neutral')}`
                )}
                ${webhook.keys > 1 && act('drop-keys', says.dropOld, 'neutral')}
            </details>`,
        'events'
    );
}

function signingKey(says: Words['connections']['events']): Markup {
    return html`<div class="slds-form-element">
        <label class="slds-form-element__label" for="signing-key">${says.key}</label>
        <input
            class="slds-input"
            id="signing-key"
            name="key"
            type="password"
            required
            autocomplete="off"
            aria-describedby="signing-key-help"
        />
        <p class="help" id="signing-key-help">${says.keyHelp}</p>
    </div>`;
}

function arrival({ arrivedMsAgo, refused, isWaiting }: Heard, words: Words): Part {
    const { events: says } = words.connections;
    if (isWaiting)
        return html`<div class="note" role="status">
            <p>${says.waiting}</p>
            <progress aria-label="${says.waiting}"></progress>
        </div>`;
    if (refused !== undefined) return trouble(refused, words);
    return arrivedMsAgo !== undefined && good(says.arrived({ ago: durationText(words, arrivedMsAgo) }));
}

function disconnectCard({ session, connection }: ConnectView, { connections: { disconnect: says } }: Words): Part {
    const isSomething = connection.salesforce !== undefined || connection.quo !== undefined;
    if (connection.isFromEnvironment || !isSomething) return undefined;
    return card(
        says.title,
        html`<p>${says.intro}</p>
            <details>
                <summary>${says.button}</summary>
                ${form(session, `/console/${connection.id}/connect/disconnect`, button(says.sure, 'destructive'))}
            </details>`,
        'disconnect'
    );
}

/** Only what is disconnected can be removed. */
function removeCard({ session, connection }: ConnectView, { connections: { remove: says } }: Words): Part {
    const { id, name, isFromEnvironment, salesforce, quo } = connection;
    if (isFromEnvironment || salesforce !== undefined || quo !== undefined) return undefined;
    const fields = html`${field({ name: 'name', label: says.name({ name }), isRequired: true })}
    ${button(says.button, 'destructive')}`;
    return card(
        says.title,
        html`<p>${says.intro}</p>
            <details>
                <summary>${says.title}</summary>
                ${form(session, `/console/${id}/connect/remove`, fields)}
            </details>`,
        'remove'
    );
}
